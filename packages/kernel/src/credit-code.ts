import type { Brand } from './brand.ts';
import { badInput } from './errors.ts';
import { personalMarksIn } from './personal-marks.ts';

/** 统一社会信用代码 (GB 32100-2015): 17 characters and a check character. */
export type UnifiedSocialCreditCode = Brand<string, 'UnifiedSocialCreditCode'>;

/** GB 32100-2015 leaves out I, O, S, V and Z. */
const ALPHABET = '0123456789ABCDEFGHJKLMNPQRTUWXY';

const NO_CREDIT_CODE = {
  en: 'expected 18 characters of GB 32100 with a valid check character',
  zh: '应为 18 位统一社会信用代码(GB 32100),且校验位正确',
};

const NO_CODE_AT_ALL = {
  en: 'expected 18 digits and capital letters without I, O, S, V and Z, as GB 32100 says',
  zh: '应为 18 位数字或大写字母(不含 I、O、S、V、Z),符合 GB 32100',
};

/** The check character of the first 17: weights are powers of 3 modulo 31. */
export function creditCodeCheck(first17: string): string {
  const sum = [...first17].reduce((total, char, at) => total + ALPHABET.indexOf(char) * (3 ** at % 31), 0);
  return ALPHABET.charAt((31 - (sum % 31)) % 31);
}

export function unifiedSocialCreditCode(
  raw: string,
  field = 'unifiedSocialCreditCode',
): UnifiedSocialCreditCode {
  if (!isShaped(raw) || !isCreditCodeChecked(raw)) throw badInput({ field, reason: NO_CREDIT_CODE });
  return raw as UnifiedSocialCreditCode;
}

/** As it stands on a certificate: some of 2015 and 2016 were issued with a check character that does not fit. */
export function creditCodeAsIssued(raw: string, field = 'unifiedSocialCreditCode'): UnifiedSocialCreditCode {
  // Somebody's ID number has 18 characters as well.
  const isSomebodys = !isCreditCodeChecked(raw) && personalMarksIn(raw).length > 0;
  if (!isShaped(raw) || isSomebodys) throw badInput({ field, reason: NO_CODE_AT_ALL });
  return raw as UnifiedSocialCreditCode;
}

export function isCreditCodeChecked(code: string): boolean {
  return creditCodeCheck(code.slice(0, 17)) === code.at(-1);
}

function isShaped(raw: string): boolean {
  return /^[1-9A-HJ-NPQRTUWXY][0-9A-HJ-NPQRTUWXY]\d{6}[0-9A-HJ-NPQRTUWXY]{10}$/.test(raw);
}
