import { defineError } from '@qianshou/kernel';

/** How a file was understood: none of these keeps anything out that is a row. */
export const importDelimiterSeen = defineError({
  kind: 'INVALID',
  code: 'IMPORT_DELIMITER_SEEN',
  en: 'The columns are parted by {delimiter:words}.',
  zh: '各列以{delimiter:words}分隔。',
});

export const importSheetRead = defineError({
  kind: 'INVALID',
  code: 'IMPORT_SHEET_READ',
  en: 'Of the workbook the sheet “{sheet}” is read, no other one.',
  zh: '仅读取工作簿中的工作表“{sheet}”,其他工作表不读取。',
});

export const importLineLeftOut = defineError({
  kind: 'INVALID',
  code: 'IMPORT_LINE_LEFT_OUT',
  en: 'The line is {what:words} and is read as no row: “{text}”.',
  zh: '该行为{what:words},不作为数据读取:“{text}”。',
});

export const importHeadingReadAs = defineError({
  kind: 'INVALID',
  code: 'IMPORT_HEADING_READ_AS',
  en: 'The heading “{value}” is read as “{readAs}”.',
  zh: '表头“{value}”按“{readAs}”读取。',
});

export const importColumnNotRead = defineError({
  kind: 'INVALID',
  code: 'IMPORT_COLUMN_NOT_READ',
  en: 'The column “{value}” does not belong to this table and is not read.',
  zh: '“{value}”列不属于该导入表,不予读取。',
});

export const importRowsEmpty = defineError({
  kind: 'INVALID',
  code: 'IMPORT_ROWS_EMPTY',
  en: '{count} rows without any value are passed over, the first in line {line}.',
  zh: '跳过 {count} 个空行,第一处在第 {line} 行。',
});
