import { personalMarksFound } from './errors.ts';

/** What a text carries that could point at one person. */
export type PersonalMark = 'ID_NUMBER' | 'PHONE' | 'NAME_LABEL';

/** 18 digits, the last perhaps X, with a plausible date of birth inside; or 15 digits of the old kind. */
const ID_NUMBER = /(?<!\d)(\d{6}(19|20)\d{2}(0[1-9]|1[0-2])([0-2]\d|3[01])\d{3}[\dx]|\d{15})(?!\d)/i;
/** A mobile number, with or without +86; or a landline with its area code. */
const PHONE = /(?<!\d)(?:(?:\+?86)?1[3-9]\d{9}|0\d{9,11})(?!\d)/;
/** A label that is followed by somebody's particulars, or a title of address behind a name. */
const NAME_LABELS = [
  /(姓名|名字|身份证|联系人|联系电话|电话|手机|住址|家庭地址|微信)(号|号码)?\s*[::=是为]/,
  /\b(name|phone|mobile|tel|id ?(no|number)?|address|wechat)\s*[:=]/i,
  /[\u4e00-\u9fff][某\u4e00-\u9fff]{0,2}(先生|女士|小姐|同学|大爷|大妈|奶奶|爷爷)/,
];

/** Full-width digits and separators between digits are ways of writing the same number. */
export function personalMarksIn(text: string): readonly PersonalMark[] {
  const plain = text.normalize('NFKC');
  const joined = plain.replace(/(?<=\d)[\s\-.·—_]+(?=[\dXx])/g, '');
  return [
    ...(ID_NUMBER.test(joined) ? (['ID_NUMBER'] as const) : []),
    ...(PHONE.test(joined) ? (['PHONE'] as const) : []),
    ...(NAME_LABELS.some((label) => label.test(plain)) ? (['NAME_LABEL'] as const) : []),
  ];
}

const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2] as const;
const CHECKS = '10X98765432';

/** The whole text is somebody's ID number, with its check digit (GB 11643). */
export function isIdNumber(text: string): boolean {
  if (text.length !== 18 || !ID_NUMBER.test(text)) return false;
  const sum = WEIGHTS.reduce((total, weight, at) => total + weight * Number(text[at]), 0);
  return CHECKS.charAt(sum % 11) === text.slice(-1).toUpperCase();
}

/** The whole text is a mobile number. */
export function isMobileNumber(text: string): boolean {
  return /^1[3-9]\d{9}$/.test(text);
}

/** STA-12: who was served, who complained or who is meant is never written down here. */
export function refusePersonalMarks(text: string, field: string): void {
  const marks = personalMarksIn(text);
  if (marks.length > 0) throw personalMarksFound({ field, marks });
}
