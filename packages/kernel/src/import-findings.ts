import { defineError, type DomainError } from './errors.ts';
import type { Message } from './message.ts';
import type {
  FindingSeverity,
  ImportColumn,
  ImportDefinition,
  ImportedRow,
  RowDifference,
  RowFinding,
} from './import.ts';
import { bounded, HIDDEN, quoted, quotedIn } from './import-quotes.ts';

const LONGEST_LIST = 3_000;

/** The object is there and says something else. An import brings in what is missing; it changes what it is asked to. */
export const importRowDiffers = defineError({
  kind: 'CONFLICT',
  code: 'IMPORT_ROW_DIFFERS',
  en: 'Already recorded, and it differs. {differences:words}. What is named here stays as it is{offer:words}.',
  zh: '该记录已存在,且内容不一致。{differences:words}。以上各列保持不变{offer:words}。',
});

/** What an import that was asked to update does to a column of an object that is there. */
export const importColumnChanges = defineError({
  kind: 'CONFLICT',
  code: 'IMPORT_COLUMN_CHANGES',
  en: '{column}: “{stands}” becomes “{said}”, by {operation}; where that is wrong, mend the file.',
  zh: '“{column}”列：由“{stands}”改为“{said}”（{operation}）；如有误，请在文件中改正。',
});

export const importRowRepeated = defineError({
  kind: 'CONFLICT',
  code: 'IMPORT_ROW_REPEATED',
  en: 'The same as line {first} by its key: it is taken in once.',
  zh: '与第 {first} 行键值重复,仅导入一次。',
});

export const importRowDiffersFrom = defineError({
  kind: 'CONFLICT',
  code: 'IMPORT_ROW_CONTRADICTS',
  en: 'The same as line {first} by its key, and it differs in: {columns}. Line {first} counts, this one is left out; keep the right one of the two.',
  zh: '与第 {first} 行键值重复,但以下列不一致:{columns}。以第 {first} 行为准,本行不导入;请保留正确的一行。',
});

export const importCellReadAs = defineError({
  kind: 'INVALID',
  code: 'IMPORT_CELL_READ_AS',
  en: '{column}: “{value}” is read as “{readAs}”.',
  zh: '“{column}”列:“{value}”按“{readAs}”读取。',
});

export const importCellLeftOut = defineError({
  kind: 'INVALID',
  code: 'IMPORT_CELL_LEFT_OUT',
  en: '{field} is not taken in: {reason:words}.',
  zh: '“{field}”未导入:{reason:words}。',
});

type Where = Pick<ImportedRow, 'line'> & Partial<ImportedRow>;

/** A refusal as it is said of a row; its column is the field that it names, when the file has such a column. */
export function findingOf(row: Where, error: DomainError, columns: readonly ImportColumn[]): RowFinding {
  return saidOf(row, error, columns, 'ERROR');
}

export function noticeOf(row: Where, notice: DomainError, columns: readonly ImportColumn[]): RowFinding {
  return saidOf(row, notice, columns, 'NOTICE');
}

function saidOf(
  row: Where,
  error: DomainError,
  columns: readonly ImportColumn[],
  severity: FindingSeverity,
): RowFinding {
  const column = columns.find(({ name }) => name === error.details['field']);
  const place = placeOf(column, row);
  const { heading, value } = place;
  const words =
    heading === null ? error.messages : placed(error.messagesWith({ field: heading }), heading, value ?? '');
  return { ...place, line: row.line, readAs: null, severity, code: error.code, message: bounded(words) };
}

/** Of a cell that was not written as its column means it, and was understood. */
export function readingOf(line: number, column: ImportColumn, cell: string, read: string): RowFinding {
  const [value, readAs] = [quotedIn(column, cell), quotedIn(column, read)];
  const heading = headingOf(column);
  const shown = read === '' ? { en: 'empty', zh: '空' } : readAs;
  const error = importCellReadAs({ column: heading, value, readAs: shown });
  return cellFinding(line, column, error, { severity: 'NOTE', value, readAs });
}

type Described = Pick<ImportDefinition<never, never, never>, 'columns' | 'changedBy'> & {
  /** Those that the same file carries out when it is asked to. */
  readonly operations: readonly string[];
};

/** The object is there: in which columns the file says something else, and what changes each of them. */
export function differencesOf(
  row: ImportedRow,
  differs: readonly RowDifference[],
  described: Described,
): RowFinding {
  const { columns } = described;
  const said = differs.map((difference) => inWords(difference, described));
  const differences = {
    en: said.map(({ en }) => en).join('; '),
    zh: said.map(({ zh }) => zh).join('；'),
  };
  const column = differs.length === 1 ? columns.find(({ name }) => name === differs[0]?.column) : undefined;
  const { code, messages } = importRowDiffers({ differences, offer: offerOf(differs, described) });
  const message = bounded(messages, LONGEST_LIST);
  return { ...placeOf(column, row), line: row.line, readAs: null, severity: 'NOTICE', code, message };
}

const NO_OFFER = { en: '', zh: '' };

/** What the same file would change, were it asked to. */
function offerOf(differs: readonly RowDifference[], described: Described): Message {
  const offered = differs.filter((difference) => {
    const operation = operationFor(difference, described);
    return operation !== null && described.operations.includes(operation);
  });
  if (offered.length === 0) return NO_OFFER;
  const named = described.columns.filter(({ name }) => offered.some(({ column }) => column === name));
  const [en, zh] = [named.map(({ name }) => name).join(', '), named.map((column) => column.zh).join('、')];
  return {
    en: `; begun again with update: true (--update), the import changes ${en} itself`,
    zh: `；以 update: true（--update）重新导入，可更新：${zh}`,
  };
}

/** What becomes of a column of an object that is there, and by which operation. */
export function changeOf(row: ImportedRow, difference: RowDifference, described: Described): RowFinding {
  const column = described.columns.find(({ name }) => name === difference.column);
  const { heading, said, stands } = wordsOf(difference, column);
  const operation = operationFor(difference, described) ?? '';
  const { code, messages } = importColumnChanges({ column: heading, stands, said, operation });
  const message = bounded(messages);
  return { ...placeOf(column, row), line: row.line, readAs: null, severity: 'NOTICE', code, message };
}

/** Which operation makes of what stands what is said; null where none does. */
export function operationFor(
  difference: RowDifference,
  { changedBy = {} }: Pick<Described, 'changedBy'>,
): string | null {
  const by = changedBy[difference.column] ?? null;
  return typeof by === 'function' ? by(difference) : by;
}

function wordsOf({ column: name, said, stands }: RowDifference, column: ImportColumn | undefined) {
  const heading = column === undefined ? { en: name, zh: name } : headingOf(column);
  const then = stands === null ? { en: 'nothing', zh: '无' } : labelOf(column, stands);
  return { heading, said: labelOf(column, said), stands: then };
}

function placeOf(
  column: ImportColumn | undefined,
  { cells = {} }: Where,
): Pick<RowFinding, 'column' | 'heading' | 'value'> {
  if (column === undefined) return { column: null, heading: null, value: null };
  return {
    column: column.name,
    heading: headingOf(column),
    value: quotedIn(column, cells[column.name] ?? ''),
  };
}

function inWords(difference: RowDifference, described: Described): Message {
  const column = described.columns.find(({ name }) => name === difference.column);
  const { heading, said, stands } = wordsOf(difference, column);
  const remedy = remedyOf(operationFor(difference, described));
  return {
    en: `${heading.en}: the file says “${said.en}”, recorded is “${stands.en}” (${remedy.en})`,
    zh: `“${heading.zh}”:文件为“${said.zh}”,已有记录为“${stands.zh}”(${remedy.zh})`,
  };
}

function remedyOf(operation: string | null): Message {
  if (operation === null) return { en: 'no operation changes it', zh: '无可用的变更操作' };
  return { en: `change it with ${operation}`, zh: `如需变更请使用 ${operation}` };
}

function cellFinding(
  line: number,
  column: ImportColumn,
  { code, messages }: DomainError,
  rest: Pick<RowFinding, 'severity' | 'value' | 'readAs'>,
): RowFinding {
  return { line, column: column.name, heading: headingOf(column), code, message: bounded(messages), ...rest };
}

function headingOf({ name, zh }: ImportColumn): Message {
  return { en: name, zh };
}

function labelOf(column: ImportColumn | undefined, value: string): Message {
  if (column?.personal === true) return { en: HIDDEN, zh: HIDDEN };
  const label = column?.reads?.label?.(value) ?? { en: value, zh: value };
  return { en: quoted(label.en), zh: quoted(label.zh) };
}

/** Which column is meant and what stands in it: people look for the cell, not for a field. */
function placed({ en, zh }: Message, heading: Message, value: string): Message {
  const stands =
    value === ''
      ? { en: `“${heading.en}” is empty`, zh: `“${heading.zh}”列为空` }
      : { en: `“${heading.en}” holds “${value}”`, zh: `“${heading.zh}”列填写为“${value}”` };
  return { en: `${stands.en}: ${en}`, zh: `${stands.zh}:${zh}` };
}
