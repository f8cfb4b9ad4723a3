import { badInput, type CellReading, type Fen, numberIn, parseAmount, wholeNumber } from '@qianshou/kernel';

/** An amount as ledgers on paper write it, in yuan. */
export const YUAN: CellReading = numberIn('元', '圆');
export const YEAR: CellReading = numberIn('年', '年度');

/** To the fen, never through a floating number. */
export function fenOfYuan(cell: string, field: string): Fen {
  const [, whole = '', cents = ''] = /^(\d{1,14})(?:\.(\d{1,2}))?$/.exec(cell) ?? [];
  if (whole === '') {
    throw badInput({
      field,
      reason: { en: 'expected an amount in yuan such as 12000.50', zh: '应为以元为单位的金额,例如 12000.50' },
    });
  }
  return parseAmount(`${whole}${cents.padEnd(2, '0')}`.replace(/^0+(?=\d)/, ''), field);
}

/** No platform knows what was before. */
const EARLIEST = 2000;

export function pastYear(cell: string, field: string): number {
  const year = wholeNumber(cell, field);
  if (year >= EARLIEST && year <= 9999) return year;
  throw badInput({
    field,
    reason: { en: `expected a year from ${EARLIEST} on`, zh: `应为 ${EARLIEST} 年及以后` },
  });
}
