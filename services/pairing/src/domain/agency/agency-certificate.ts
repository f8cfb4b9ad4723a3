import {
  badInput,
  type CalendarDate,
  isCreditCodeChecked,
  levelOf,
  publicName,
  type PublicText,
  publicText,
  type RegionCode,
  type UnifiedSocialCreditCode,
  type Written,
} from '@qianshou/kernel';
import type { LegalForm } from './agency-capability.ts';

const CREDIT_CODE_UNCHECKED = {
  en: 'its check character does not fit (GB 32100). Correct it; where the certificate says so, its bureau enters it with "creditCodeReason"',
  zh: '校验位不符(GB 32100),请核对;如证书确为此代码,由登记地民政部门填写 creditCodeReason 说明后登记',
};

/** What its registration certificate says. */
export interface Certificate {
  readonly name: PublicText;
  readonly unifiedSocialCreditCode: UnifiedSocialCreditCode;
  readonly legalForm: LegalForm;
  readonly registrationAuthority: PublicText;
  readonly registeredOn: CalendarDate;
  /** The county it is registered in, or the city when a city's bureau registered it. */
  readonly homeRegionCode: RegionCode;
  readonly mainBusinessIsSocialWork: boolean;
  /** Why a bureau entered the code although its check character does not fit; null where it does. */
  readonly creditCodeReason: PublicText | null;
}

/** What a certificate says, as far as it can be. */
export function checkedCertificate(written: Written<Certificate>, today: CalendarDate): Certificate {
  const {
    name,
    unifiedSocialCreditCode,
    legalForm,
    registrationAuthority,
    registeredOn,
    homeRegionCode,
    mainBusinessIsSocialWork,
  } = written;
  if (registeredOn > today)
    throw badInput({ field: 'registeredOn', reason: { en: 'lies in the future', zh: '不得晚于今天' } });
  // Some cities have no counties below them and register agencies themselves, so a city is a home too.
  if (!['COUNTY', 'PREFECTURE'].includes(levelOf(homeRegionCode)))
    throw badInput({
      field: 'homeRegionCode',
      reason: { en: 'expected the code of a county or a city', zh: '应为县级或地级区划代码' },
    });
  return {
    name: publicName(name, 'name'),
    unifiedSocialCreditCode,
    creditCodeReason: reasonForCode(written),
    legalForm,
    registrationAuthority: publicName(registrationAuthority, 'registrationAuthority'),
    registeredOn,
    homeRegionCode,
    mainBusinessIsSocialWork,
  };
}

/** A code whose check character does not fit is taken from a bureau that has seen it, and says so. */
function reasonForCode({
  unifiedSocialCreditCode,
  creditCodeReason,
}: Written<Certificate>): PublicText | null {
  const reason = creditCodeReason === null ? null : publicText(creditCodeReason, 'creditCodeReason', 500);
  if (isCreditCodeChecked(unifiedSocialCreditCode)) return null;
  if (reason === null) throw badInput({ field: 'unifiedSocialCreditCode', reason: CREDIT_CODE_UNCHECKED });
  return reason;
}
