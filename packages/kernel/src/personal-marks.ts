import { type Term, term } from './message.ts';

/** What a text carries that could point at one person. */
export type PersonalMark = 'ID_NUMBER' | 'PHONE' | 'NAME_LABEL';

export const MARK_WORDS: Readonly<Record<PersonalMark, Term>> = {
  ID_NUMBER: term('ID_NUMBER', 'an ID number', '身份证号'),
  PHONE: term('PHONE', 'a telephone', '电话'),
  NAME_LABEL: term('NAME_LABEL', 'a name', '姓名'),
};

/** Digits of the text, in the groups in which they stand; groups that only a separator parts may be one number. */
type Run = readonly string[];

const UUID = /[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}/gi;
const CHINESE_DIGITS = '〇一二三四五六七八九';
const SEPARATED = /\d+x?(?:[\s\-.·•—–−_/,、()]{1,3}\d+x?)*/gi;
const NUMBER_LABEL =
  /(?:身份证|证件|电话|手机|联系方式|微信|qq|tel|phone|mobile|id ?(?:no|number))(?:号码?)?[\s.:=是为()#]*(?<number>\d[\d\-. ]{4,}\d)/gi;
const NAME_LABELS = [
  /(?:姓名|名字|联系人|住址|家庭地址|微信号?)\s*[:=是为]/,
  /(?<![a-z]\s)\bname\s*[:=]/i,
  /(?:身份证|电话|手机|微信)(?:号码?)?\s*[:=是为]\s*[某*×]/,
];

/** Names of families that are no part of a common word before a title. */
const SURNAMES =
  '张王李刘陈杨赵黄吴徐孙胡朱郭罗郑梁谢宋唐韩冯邓曹彭曾肖董袁潘蔡蒋杜叶魏苏吕丁沈姚卢姜崔钟谭陆汪范廖贾韦付邹孟熊秦邱尹薛闫侯龙陶黎贺顾毛郝龚邵钱覃武戴莫孔汤牛樊葛邢俞颜赖焦';
/** These end common words as well (其余, 任何, 一周 …): they name somebody only where a word begins. */
const AMBIGUOUS_SURNAMES = '余何许程段万严高任方周江林金白史石田雷马夏洪于文';
const TITLES =
  '(?:先生|女士|小姐|大爷|大妈|大娘|大叔|大婶|奶奶|爷爷|阿姨|叔叔|婆婆|同学|某某|某(?![些个种类地县市镇乡村]))';
const NAMED = [
  new RegExp(`[${SURNAMES}]某{0,2}${TITLES}`),
  new RegExp(
    `(?:^|[^\\u4e00-\\u9fff]|[访问扶系给为向与和对帮送请是叫的])[${AMBIGUOUS_SURNAMES}]某{0,2}${TITLES}`,
  ),
];

/**
 * The strong marks of one person in a text: an ID number with its check digit in any width and spacing, a mobile or
 * home telephone, a number behind such a label, a name behind a label or before a title. Hotlines (110, 12345,
 * 400-…), dates, sums, credit codes and common nouns (老奶奶, 小学同学) are none.
 */
export function personalMarksIn(text: string): readonly PersonalMark[] {
  const plain = withoutCodes(plainDigits(text));
  const runs = [...plain.matchAll(SEPARATED), ...spelled(plain).matchAll(SEPARATED)].map(([run]) =>
    run.split(/[^\dx]+/i),
  );
  return [
    ...(runs.some((run) => anyWithin(run, looksLikeIdNumber)) ? (['ID_NUMBER'] as const) : []),
    ...(runs.some((run) => anyWithin(run, isPersonalPhone)) ? (['PHONE'] as const) : []),
    ...(hasNameOrLabel(plain) ? (['NAME_LABEL'] as const) : []),
  ];
}

/** One way of writing: narrow, without invisible characters, every script's digits as 0 to 9. */
function plainDigits(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/\p{Cf}/gu, '')
    .replace(/\p{Nd}/gu, (digit) => `${valueOf(digit)}`);
}

/** Ids, hashes and codes, in which letters stand between digits, hold long digits by chance. */
function withoutCodes(text: string): string {
  return text
    .replace(UUID, ' ')
    .replace(/[a-z\d]+(?:[-_][a-z\d]+)*/gi, (code) => (/\d[a-z]+\d/i.test(code) ? ' ' : code));
}

/** Unicode keeps the ten digits of a script in a row. */
function valueOf(digit: string): number {
  const code = digit.codePointAt(0) ?? 0;
  let value = 0;
  while (value < 9 && /\p{Nd}/u.test(String.fromCodePoint(code - value - 1))) value += 1;
  return value;
}

/** Chinese digits one after the other, as somebody would dictate a number; 一 alone is a word. */
function spelled(text: string): string {
  return text.replace(/[〇零幺一二三四五六七八九]{6,}/g, (digits) =>
    [...digits].map((digit) => Math.max(CHINESE_DIGITS.indexOf(digit), digit === '幺' ? 1 : 0)).join(''),
  );
}

/** Whether groups that follow one another form such a number together. */
function anyWithin(run: Run, is: (digits: string) => boolean): boolean {
  return run.some((_group, from) => {
    let joined = '';
    for (let to = from; to < run.length && joined.length <= 18; to += 1) {
      joined += run[to] ?? '';
      if (is(joined)) return true;
    }
    return false;
  });
}

function looksLikeIdNumber(digits: string): boolean {
  return isIdNumber(digits) || OLD_ID_NUMBER.test(digits);
}

const DAY = '(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\\d|3[01])';
const PLACE = '(?:1[1-5]|2[1-3]|3[1-7]|4[1-6]|5[0-4]|6[1-5]|[78][123])\\d{4}';
const ID_NUMBER = new RegExp(`^${PLACE}(?:19|20)\\d{2}${DAY}\\d{3}[\\dX]$`, 'i');
/** Of before 1999, without century and check digit. */
const OLD_ID_NUMBER = new RegExp(`^${PLACE}\\d{2}${DAY}\\d{3}$`);
const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2] as const;
const CHECKS = '10X98765432';

/** The whole text is somebody's ID number, with its check digit (GB 11643). */
export function isIdNumber(text: string): boolean {
  if (!ID_NUMBER.test(text)) return false;
  const sum = WEIGHTS.reduce((total, weight, at) => total + weight * Number(text[at]), 0);
  return CHECKS.charAt(sum % 11) === text.slice(-1).toUpperCase();
}

/** The whole text is a mobile number. */
export function isMobileNumber(text: string): boolean {
  return /^(?:(?:00)?86)?1[3-9]\d{9}$/.test(text);
}

/** A mobile number, or a landline with its area code. */
function isPersonalPhone(digits: string): boolean {
  return isMobileNumber(digits) || /^0[1-9]\d{8,10}$/.test(digits);
}

/** Numbers of the public: 110, 12345, 95598, 400-820-8820. */
function isHotline(digits: string): boolean {
  return /^(?:1\d{2,4}|9[56]\d{3}|[48]00\d{7})$/.test(digits);
}

function hasNameOrLabel(plain: string): boolean {
  if ([...NAME_LABELS, ...NAMED].some((label) => label.test(plain))) return true;
  return [...plain.matchAll(NUMBER_LABEL)].some(
    ({ groups }) => !isHotline((groups?.['number'] ?? '').replace(/\D/g, '')),
  );
}
