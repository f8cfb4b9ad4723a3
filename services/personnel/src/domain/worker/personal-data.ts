import {
  badInput,
  type Brand,
  type CalendarDate,
  calendarDate,
  maskedNumber,
  nameText,
  plausibleDay,
} from '@qianshou/kernel';

/** 居民身份证号 (GB 11643): region, birthday, order, check digit. */
export type IdNumber = Brand<string, 'IdNumber'>;

/** A mainland mobile number, digits only. */
export type Phone = Brand<string, 'Phone'>;

/** What a person is called, as it stands on the ID card. */
export type PersonName = Brand<string, 'PersonName'>;

/** Fields that never leave the database readable, except through the audited disclosure or to those who may see them. */
export const PERSONAL_FIELDS = ['NAME', 'PHONE', 'ID_NUMBER'] as const;

export type PersonalField = (typeof PERSONAL_FIELDS)[number];

/** `v1.<keyId>.<nonce>.<ciphertext>.<tag>`: the domain moves it about and cannot read it. */
export type Sealed = Brand<string, 'Sealed'>;

/** A keyed digest of an ID number: equal numbers meet, and nothing can be read from it. */
export type BlindIndex = Brand<string, 'BlindIndex'>;

const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2] as const;
const CHECKS = '10X98765432';

/** ISO 7064 MOD 11-2 over the first 17 digits. */
export function idNumberCheck(first17: string): string {
  const sum = WEIGHTS.reduce((total, weight, at) => total + weight * Number(first17[at]), 0);
  return CHECKS.charAt(sum % 11);
}

/** The refusal names the field and never repeats the value: errors carry nothing personal. */
export function idNumber(raw: string, field = 'idNumber'): IdNumber {
  const value = raw.trim().toUpperCase();
  const shaped = /^[1-9]\d{16}[\dX]$/.test(value) && isDay(dayIn(value));
  if (!shaped || idNumberCheck(value.slice(0, 17)) !== value.at(-1)) {
    throw badInput({
      field,
      reason: {
        en: 'expected 18 characters of GB 11643 with a valid birthday and check digit',
        zh: '应为 GB 11643 的 18 位公民身份号码，出生日期与校验位须正确',
      },
    });
  }
  plausibleDay(calendarDate(dayIn(value), field), field, 'BIRTH');
  return value as IdNumber;
}

export function birthYearOf(number: IdNumber): number {
  return Number(number.slice(6, 10));
}

export function birthdayOf(number: IdNumber): CalendarDate {
  return calendarDate(dayIn(number), 'idNumber');
}

function dayIn(number: string): string {
  return `${number.slice(6, 10)}-${number.slice(10, 12)}-${number.slice(12, 14)}`;
}

export function phone(raw: string, field = 'phone'): Phone {
  const value = raw.replaceAll(/[\s-]/g, '');
  if (!/^1[3-9]\d{9}$/.test(value))
    throw badInput({
      field,
      reason: { en: 'expected a mobile number of 11 digits', zh: '应为 11 位手机号码' },
    });
  return value as Phone;
}

export function personName(raw: string, field = 'name'): PersonName {
  return nameText(raw, field, 50) as PersonName;
}

export function birthYear(raw: number, field = 'birthYear'): number {
  if (!Number.isInteger(raw) || raw < 1 || raw > 2100) {
    throw badInput({
      field,
      reason: { en: 'expected the year of birth, such as 1990', zh: '应为出生年份，例如 1990' },
    });
  }
  plausibleDay(calendarDate(`${String(raw).padStart(4, '0')}-12-31`, field), field, 'BIRTH');
  return raw;
}

/** PER-16: the family name stays, the rest is one star, so that not even the length tells. */
export function maskName(name: string): string {
  return `${[...name][0] ?? ''}*`;
}

/** All stars beside a year of birth, else all but the last two: with the year even these leave few candidates. */
export function maskNumber(number: string, besideBirthYear: boolean): string {
  return besideBirthYear ? '*'.repeat(number.length) : maskedNumber(number);
}

export function mask(field: PersonalField, value: string, besideBirthYear: boolean): string {
  return field === 'NAME' ? maskName(value) : maskNumber(value, besideBirthYear);
}

function isDay(iso: string): boolean {
  const time = Date.parse(iso);
  return Number.isFinite(time) && new Date(time).toISOString().startsWith(iso);
}
