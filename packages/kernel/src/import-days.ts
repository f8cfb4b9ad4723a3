/** Digits, letters and signs of the width that programs know. */
export function halfWidth(cell: string): string {
  return cell
    .replace(/[\uFF01-\uFF5E]/g, (char) => String.fromCharCode(char.charCodeAt(0) - 0xfee0))
    .replace(/\u3000/g, ' ');
}

const FORMS = [
  /^(\d{4})(\d{2})(\d{2})$/,
  /^(\d{4})\s*年\s*(\d{1,2})\s*月\s*(\d{1,2})\s*[日号]?(?:\s*\d{1,2}:\d{2}(?::\d{2})?)?$/,
  /^(\d{4})\s*[-/.,、—–]\s*(\d{1,2})\s*[-/.,、—–]\s*(\d{1,2})[日号]?(?:[T\s]\s*\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?)?$/,
] as const;

/** The day that a cell means, as YYYY-MM-DD; a cell that leaves a doubt as it stands. */
export function dayIn(cell: string): string {
  const plain = halfWidth(cell).trim();
  if (/^\d{4}([-/.])\d{1,2}\1\d{1,2}$/.test(plain)) return plain;
  return dayByForm(plain) ?? serialDay(plain) ?? moment(plain) ?? chineseDay(plain) ?? cell;
}

function dayByForm(plain: string): string | null {
  const found = FORMS.map((form) => form.exec(plain)).find((parts) => parts !== null);
  return found === undefined ? null : dayOfParts(found);
}

function dayOfParts([, year = '', month = '', day = '']: readonly string[]): string | null {
  const exists = within(Number(month), 12) && within(Number(day), 31);
  return exists ? `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}` : null;
}

function within(number: number, last: number): boolean {
  return number >= 1 && number <= last;
}

/** A moment that names its offset is a day in China. */
function moment(plain: string): string | null {
  if (!/^\d{4}-\d{2}-\d{2}T[\d:.]{5,12}(Z|[+-]\d{2}:?\d{2})$/.test(plain)) return null;
  const at = Date.parse(plain);
  return Number.isNaN(at) ? null : isoDay(at + 8 * 3_600_000);
}

const DIGITS = '〇一二三四五六七八九';
const WRITTEN_OUT =
  /^([〇○零一二三四五六七八九]{4})年([一二三四五六七八九十]{1,3})月([一二三四五六七八九十]{1,3})日$/;

/** 二〇二六年三月五日, as documents write it. */
function chineseDay(plain: string): string | null {
  const found = WRITTEN_OUT.exec(plain);
  if (found === null) return null;
  const [, year = '', month = '', day = ''] = found;
  const digits = [...year].map((char) => Math.max(0, DIGITS.indexOf(char))).join('');
  return dayOfParts(['', digits, String(chineseNumber(month)), String(chineseNumber(day))]);
}

function chineseNumber(word: string): number {
  const [tens = '', ones = ''] = word.includes('十') ? word.split('十') : ['〇', word];
  const ten = tens === '' ? 1 : DIGITS.indexOf(tens);
  return ten * 10 + (ones === '' ? 0 : DIGITS.indexOf(ones));
}

/** Spreadsheets count days from the end of 1899; what lies outside of 1950 to 2100 is some other number. */
function serialDay(plain: string): string | null {
  const day = /^\d{5}(\.\d+)?$/.test(plain) ? Math.floor(Number(plain)) : 0;
  return day >= 18_264 && day <= 73_415 ? isoDay(Date.UTC(1899, 11, 30) + day * 86_400_000) : null;
}

function isoDay(at: number): string {
  return new Date(at).toISOString().slice(0, 10);
}
