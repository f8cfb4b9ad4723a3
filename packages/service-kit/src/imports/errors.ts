import { defineError } from '@qianshou/kernel';

export const importNotFound = defineError({
  kind: 'NOT_FOUND',
  code: 'IMPORT_NOT_FOUND',
  en: 'There is no such import, or it is somebody else’s.',
  zh: '没有该导入任务,或该任务属于他人。',
});

export const importStatusWrong = defineError({
  kind: 'CONFLICT',
  code: 'IMPORT_STATUS_WRONG',
  en: 'The import is {status}; this needs one that is {needed}.',
  zh: '导入任务当前状态为 {status},该操作要求状态为 {needed}。',
});

/** A lost answer is repeated with the same offset and changes nothing. */
export const importOffsetWrong = defineError({
  kind: 'CONFLICT',
  code: 'IMPORT_OFFSET_WRONG',
  en: 'The next piece begins at byte {expected}, not at {offset}. Continue from bytesReceived.',
  zh: '下一段应从第 {expected} 字节开始,而不是 {offset}。请从 bytesReceived 处继续上传。',
});

export const importFileTooLong = defineError({
  kind: 'INVALID',
  code: 'IMPORT_FILE_TOO_LONG',
  en: 'The file is longer than was said at the beginning ({sizeBytes} bytes). Begin a new import.',
  zh: '文件长度超过开始时声明的 {sizeBytes} 字节,请重新开始导入。',
});

export const importFileTooLarge = defineError({
  kind: 'INVALID',
  code: 'IMPORT_FILE_TOO_LARGE',
  en: 'A file may have {most} bytes, this one has {sizeBytes}. Cut it into several; each repeats the heading.',
  zh: '文件不得超过 {most} 字节,当前为 {sizeBytes} 字节。请拆分为多个文件,每个文件保留表头。',
});

export const importFileDiffers = defineError({
  kind: 'INVALID',
  code: 'IMPORT_FILE_DIFFERS',
  en: 'What arrived is not the file that was announced: its SHA-256 is {found}. Send it again in a new import.',
  zh: '收到的内容与声明的文件不一致,其 SHA-256 为 {found}。请重新开始导入并再次上传。',
});

export const importFileGone = defineError({
  kind: 'CONFLICT',
  code: 'IMPORT_FILE_GONE',
  en: 'The file of this import is kept for {days} days and is gone. Begin a new import.',
  zh: '导入文件保留 {days} 天,现已删除,请重新开始导入。',
});

export const importEncodingUnknown = defineError({
  kind: 'INVALID',
  code: 'IMPORT_ENCODING_UNKNOWN',
  en: 'The file is neither UTF-8 nor GB18030 text. Save it as “CSV UTF-8” and begin a new import.',
  zh: '文件既不是 UTF-8 也不是 GB18030 文本。请另存为“CSV UTF-8”后重新导入。',
});

export const importTableBroken = defineError({
  kind: 'INVALID',
  code: 'IMPORT_TABLE_BROKEN',
  en: 'The table cannot be read on from line {line}: {reason}. Is the file cut off, or a quotation mark left open?',
  zh: '表格自第 {line} 行起无法读取:{reason}。请检查文件是否被截断或引号未闭合。',
});

export const importTableEmpty = defineError({
  kind: 'INVALID',
  code: 'IMPORT_TABLE_EMPTY',
  en: 'The file has no heading. Its first line names the columns: {columns}.',
  zh: '文件缺少表头。第一行应为列名:{columns}。',
});

export const importColumnsWrong = defineError({
  kind: 'INVALID',
  code: 'IMPORT_COLUMNS_WRONG',
  en: 'The heading does not fit. Missing: {missing}; unknown: {unknown}; twice: {repeated}. Known columns: {columns}.',
  zh: '表头不符。缺少:{missing};未知:{unknown};重复:{repeated}。可用列:{columns}。',
});

export const importRowCells = defineError({
  kind: 'INVALID',
  code: 'IMPORT_ROW_CELLS',
  en: 'The row has {found} cells, the heading has {expected}.',
  zh: '该行有 {found} 个单元格,表头有 {expected} 列。',
});

export const importCellFormula = defineError({
  kind: 'INVALID',
  code: 'IMPORT_CELL_FORMULA',
  en: 'The cell “{field}” begins like a formula ({start}). Write its value.',
  zh: '单元格“{field}”以公式字符 {start} 开头,请填写数值或文字。',
});

export const importRefusedRows = defineError({
  kind: 'CONFLICT',
  code: 'IMPORT_HAS_REFUSED_ROWS',
  en: '{refused} rows would be left out. Put them right in a new import, or say acceptRefusedRows: true.',
  zh: '有 {refused} 行将被跳过。请修改后重新导入,或设置 acceptRefusedRows: true。',
});

/** A fault of ours, kept where the importer looks; the log has it under the same import. */
export const importInterrupted = defineError({
  kind: 'CONFLICT',
  code: 'IMPORT_INTERRUPTED',
  en: 'A fault ended the import after {rows} rows; what they brought in stays. Import the same file again: known rows are left alone.',
  zh: '系统故障使导入在第 {rows} 行后中断,已导入的内容保留。请重新导入同一文件,已有的行不会重复导入。',
});
