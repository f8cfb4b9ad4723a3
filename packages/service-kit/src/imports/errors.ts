import { defineError } from '@qianshou/kernel';

export const importNotFound = defineError({
  kind: 'NOT_FOUND',
  code: 'IMPORT_NOT_FOUND',
  en: 'There is no such import, or it is somebody else’s.',
  zh: '没有该导入任务,或该任务属于他人。',
});

/** What changes records of this kind needs more than a file says. */
export const importChangesNothing = defineError({
  kind: 'INVALID',
  code: 'IMPORT_CHANGES_NOTHING',
  en: 'No column of {kind:ImportKind} can be changed by a file. Leave out update (--update): the dry run names, for each column that differs, the operation that changes it.',
  zh: '“{kind:ImportKind}”的各列均不能通过文件变更。请去掉 update（--update）：试运行会逐列指出可用的变更操作。',
});

export const importStatusWrong = defineError({
  kind: 'CONFLICT',
  code: 'IMPORT_STATUS_WRONG',
  en: 'The import is {status:ImportStatus}; this needs one that is {needed:ImportStatus}. Wait for it, or begin a new import.',
  zh: '导入任务当前状态为 {status:ImportStatus},该操作要求状态为 {needed:ImportStatus}。请等待，或重新开始导入。',
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
  en: 'The file is neither text in UTF-8, GB18030 or UTF-16 with its mark, nor an .xlsx workbook. Save it as “CSV UTF-8” or as .xlsx and begin a new import.',
  zh: '文件既不是 UTF-8、GB18030 或带标记的 UTF-16 文本,也不是 .xlsx 工作簿。请另存为“CSV UTF-8”或 .xlsx 后重新导入。',
});

export const importWorkbookOld = defineError({
  kind: 'INVALID',
  code: 'IMPORT_WORKBOOK_OLD',
  en: 'The file is an old workbook (.xls) or one with a password. Save it as .xlsx without a password, or as “CSV UTF-8”, and begin a new import.',
  zh: '文件是旧版工作簿(.xls)或加密的工作簿。请另存为不带密码的 .xlsx 或“CSV UTF-8”后重新导入。',
});

export const importWorkbookBroken = defineError({
  kind: 'INVALID',
  code: 'IMPORT_WORKBOOK_BROKEN',
  en: 'The file is no whole .xlsx workbook. Open it in a spreadsheet program, save it again as .xlsx or as “CSV UTF-8”, and begin a new import.',
  zh: '文件不是完整的 .xlsx 工作簿。请用表格软件打开后另存为 .xlsx 或“CSV UTF-8”,再重新导入。',
});

export const importWorkbookTooLarge = defineError({
  kind: 'INVALID',
  code: 'IMPORT_WORKBOOK_TOO_LARGE',
  en: 'The workbook is larger than is read of one ({most}). Save its sheet as “CSV UTF-8”, which may be larger, or cut it into several.',
  zh: '工作簿超出可读取的大小({most})。请将该工作表另存为“CSV UTF-8”(允许更大的文件),或拆分为多个文件。',
});

export const importTableBroken = defineError({
  kind: 'INVALID',
  code: 'IMPORT_TABLE_BROKEN',
  en: 'The table cannot be read on from line {line}: {problem:words}. Is the file cut off, or a quotation mark left open?',
  zh: '表格自第 {line} 行起无法读取:{problem:words}。请检查文件是否被截断或引号未闭合。',
});

export const importTooManyColumns = defineError({
  kind: 'INVALID',
  code: 'IMPORT_TOO_MANY_COLUMNS',
  en: 'Line {line} has more than {most} cells. Keep the columns of the table alone, and begin a new import.',
  zh: '第 {line} 行超过 {most} 个单元格。请只保留表格所需的列,再重新导入。',
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
  en: 'The heading does not fit. Missing: {missingNames}; unknown: {unknownNames}; twice: {repeatedNames}. Known columns: {columnNames}.',
  zh: '表头不符。缺少:{missingNames};未知:{unknownNames};重复:{repeatedNames}。可用列:{columnNames}。',
});

export const importRowCells = defineError({
  kind: 'INVALID',
  code: 'IMPORT_ROW_CELLS',
  en: 'The row has {found} cells, the heading has {expected}: it is cut off, shifted, or has a value under no heading. Put it right and import the file again.',
  zh: '该行有 {found} 个单元格,表头有 {expected} 列:该行被截断、错位,或在无表头的列中填有内容。请更正后重新导入。',
});

/** A spreadsheet that takes a long code for a number keeps fifteen of its digits. */
export const importDigitsLost = defineError({
  kind: 'INVALID',
  code: 'IMPORT_DIGITS_LOST',
  en: 'A spreadsheet took the code for a number and lost digits. Give the column the format “Text” and write it again.',
  zh: '表格软件将代码当作数字处理,已丢失部分数位。请将该列设置为“文本”格式后重新填写。',
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

export const importAbandoned = defineError({
  kind: 'CONFLICT',
  code: 'IMPORT_ABANDONED',
  en: 'No piece of the file came for {hours} hours, so what had arrived was removed. Begin a new import.',
  zh: '已有 {hours} 小时未收到文件的后续分段,已接收的部分已删除。请重新开始导入。',
});

/** What a caller announces is kept free for the caller, so it has an end. */
export const importQuotaReached = defineError({
  kind: 'CONFLICT',
  code: 'IMPORT_QUOTA_REACHED',
  en: 'Your imports that are not over hold {bytes} bytes in {files} unfinished files; {mostBytes} bytes and {mostFiles} unfinished files are allowed. Wait, or apply or stop earlier ones, then begin this one again.',
  zh: '您尚未结束的导入占用 {bytes} 字节,其中 {files} 个文件未完成;上限为 {mostBytes} 字节、{mostFiles} 个未完成文件。请等待,或先应用或停止较早的导入,再重新开始。',
});
