import type { Actor } from './actor.ts';
import { defineError, DomainError, type Message } from './errors.ts';

/** What an imported table can be of; each kind belongs to the service that owns what it brings in. */
export const IMPORT_KINDS = [
  'AGENCIES',
  'PAIRINGS',
  'KEY_COUNTIES',
  'STATIONS',
  'VILLAGE_ROOMS',
  'SERVICE_RECORDS',
] as const;

export type ImportKindName = (typeof IMPORT_KINDS)[number];

/** A column, found in a file by its name or by its Chinese heading, in any order. */
export interface ImportColumn {
  readonly name: string;
  readonly zh: string;
  readonly required: boolean;
  readonly about: Message;
  readonly example: string;
}

/** The cells of a row by column name, trimmed; an empty or absent cell is ''. */
export type Cells = Readonly<Record<string, string>>;

export interface ImportedRow {
  /** Where the row ends in the file, for people who look for it; the heading is line 1. */
  readonly line: number;
  readonly cells: Cells;
}

/** NEW is taken in, KNOWN was there by its natural key and stays as it is, REFUSED is left out. */
export type RowOutcome = 'NEW' | 'KNOWN' | 'REFUSED';

/** What is to be said of a row: an ERROR keeps it out, a NOTICE does not. */
export interface RowFinding {
  readonly line: number;
  /** Null where the whole row is meant. */
  readonly column: string | null;
  readonly severity: 'ERROR' | 'NOTICE';
  readonly code: string;
  readonly message: Message;
}

/** What some rows come to. Nothing is written until `save`, which runs in the transaction of the import's progress. */
export interface JudgedRows {
  readonly outcomes: readonly RowOutcome[];
  readonly findings: readonly RowFinding[];
  readonly save: () => Promise<void>;
}

/** One kind of import, as the engine runs it: rows in, outcomes and findings out. */
export interface ImportKind {
  readonly name: ImportKindName;
  readonly columns: readonly ImportColumn[];
  /** Rows that are judged and written at once, in one transaction. */
  readonly rowsAtOnce: number;
  /** Whether the caller may import this at all; which rows, `judge` decides row by row. */
  readonly may: (actor: Actor) => boolean;
  readonly judge: (rows: readonly ImportedRow[], actor: Actor) => Promise<JudgedRows>;
}

/** What a row means: a decision to be saved, or an object that is there already, with the columns that differ. */
export type RowDecision<Decision> =
  | { readonly known: false; readonly decision: Decision }
  | { readonly known: true; readonly differs: readonly string[] };

export function newRow<Decision>(decision: Decision): RowDecision<Decision> {
  return { known: false, decision };
}

/** Compares what the file says with what stands; null in the file says nothing. */
export function knownRow(
  columns: Readonly<Record<string, readonly [said: string | null, stands: string | null]>>,
): RowDecision<never> {
  const differing = Object.entries(columns).filter(([, [said, stands]]) => said !== null && said !== stands);
  return { known: true, differs: differing.map(([name]) => name) };
}

/** The four steps of a kind: what a cell means, what the rows rest on, what each comes to, and how it is kept. */
export interface ImportDefinition<Row, Facts, Decision> extends Pick<
  ImportKind,
  'name' | 'columns' | 'rowsAtOnce' | 'may'
> {
  /** @throws DomainError whose `field` names the column. */
  readonly parse: (cells: Cells) => Row;
  /** The natural key: a row that repeats one of the rows before it is known, too. */
  readonly keyOf: (row: Row) => string;
  /** Reads, for all rows at once, what their decisions need. */
  readonly load: (rows: readonly Row[]) => Promise<Facts>;
  /** Pure. @throws DomainError that refuses the row. */
  readonly decide: (row: Row, facts: Facts, actor: Actor) => RowDecision<Decision>;
  /** What the rows after a new one rest on, where rows compete, as pairs for the places of a scheme. */
  readonly after?: (facts: Facts, decision: Decision) => Facts;
  readonly save: (decisions: readonly Decision[]) => Promise<void>;
}

interface ReadRow<Row> {
  readonly line: number;
  readonly row: Row;
}

/** The one place where refusals are caught: an import goes on with the next row and says what was wrong with this one. */
export function importKind<Row, Facts, Decision>(
  definition: ImportDefinition<Row, Facts, Decision>,
): ImportKind {
  const { name, columns, rowsAtOnce, may } = definition;
  return {
    name,
    columns,
    rowsAtOnce,
    may,
    judge: async (rows, actor) => {
      const findings: RowFinding[] = [];
      const readable = rows.map(({ line, cells }) =>
        attempt(line, columns, findings, () => ({ line, row: definition.parse(cells) })),
      );
      let facts: Facts = await definition.load(readable.flatMap((read) => (read === null ? [] : [read.row])));
      const seen = new Map<string, number>();
      const decisions: Decision[] = [];
      const judge = (read: ReadRow<Row>): RowOutcome => {
        const first = seen.get(definition.keyOf(read.row));
        if (first !== undefined) return repeated(read.line, first, findings);
        const decided = definition.decide(read.row, facts, actor);
        seen.set(definition.keyOf(read.row), read.line);
        if (decided.known) return known(read.line, decided.differs, findings);
        decisions.push(decided.decision);
        facts = definition.after?.(facts, decided.decision) ?? facts;
        return 'NEW';
      };
      const outcomes = readable.map((read): RowOutcome => {
        if (read === null) return 'REFUSED';
        return attempt(read.line, columns, findings, () => judge(read)) ?? 'REFUSED';
      });
      return { outcomes, findings, save: () => definition.save(decisions) };
    },
  };
}

function attempt<Result>(
  line: number,
  columns: readonly ImportColumn[],
  findings: RowFinding[],
  work: () => Result,
): Result | null {
  try {
    return work();
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    findings.push(findingOf(line, error, columns));
    return null;
  }
}

/** A refusal as it is said of a row; its column is the field that it names, when the file has such a column. */
export function findingOf(line: number, error: DomainError, columns: readonly ImportColumn[]): RowFinding {
  const field = error.details['field'];
  const column = columns.some(({ name }) => name === field) ? String(field) : null;
  return { line, column, severity: 'ERROR', code: error.code, message: error.messages };
}

/** The object is there and says something else. An import brings in what is missing; it changes nothing. */
export const importRowDiffers = defineError({
  kind: 'CONFLICT',
  code: 'IMPORT_ROW_DIFFERS',
  en: 'Already recorded, and it differs in: {columns}. It stays as it is; change it by its own operation.',
  zh: '该记录已存在,且以下列不一致:{columns}。导入不会修改已有记录,请用相应操作单独变更。',
});

export const importRowRepeated = defineError({
  kind: 'CONFLICT',
  code: 'IMPORT_ROW_REPEATED',
  en: 'The same as line {first} by its key: it is taken in once.',
  zh: '与第 {first} 行键值重复,仅导入一次。',
});

function known(line: number, differs: readonly string[], findings: RowFinding[]): RowOutcome {
  if (differs.length > 0) findings.push(notice(line, importRowDiffers({ columns: differs })));
  return 'KNOWN';
}

function repeated(line: number, first: number, findings: RowFinding[]): RowOutcome {
  findings.push(notice(line, importRowRepeated({ first })));
  return 'KNOWN';
}

function notice(line: number, { code, messages }: DomainError): RowFinding {
  return { line, column: null, severity: 'NOTICE', code, message: messages };
}
