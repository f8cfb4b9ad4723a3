import {
  badInput,
  type Brand,
  isIdNumber,
  isMobileNumber,
  MARK_WORDS,
  personalMarksFound,
} from '@qianshou/kernel';

/** The number under which a station filed a record in its own books (编号); unique within the station. */
export type EntryNo = Brand<string, 'EntryNo'>;

/** STA-12: letters and digits only, so that no name fits in; a resident's number is no entry number. */
export function entryNo(raw: string, field = 'entryNo'): EntryNo {
  const value = raw.trim();
  if (!/^[A-Za-z0-9][A-Za-z0-9._/-]{0,39}$/.test(value))
    throw badInput({
      field,
      reason: {
        en: 'expected up to 40 letters, digits or the marks . _ / -',
        zh: '应为至多 40 个字母、数字或 . _ / -',
      },
    });
  if (isIdNumber(value)) throw personalMarksFound({ field, marks: MARK_WORDS.ID_NUMBER });
  if (isMobileNumber(value)) throw personalMarksFound({ field, marks: MARK_WORDS.PHONE });
  return value as EntryNo;
}
