import type { Actor } from './actor.ts';
import type { DomainError } from './errors.ts';
import type { Message } from './message.ts';
import type { CellReading } from './import-readings.ts';

/** What an imported table can be of; each kind belongs to the service that owns what it brings in. */
export const IMPORT_KINDS = [
  'AGENCIES',
  'PAIRINGS',
  'KEY_COUNTIES',
  'STATIONS',
  'VILLAGE_ROOMS',
  'SERVICE_RECORDS',
  'TRAINING_PARTICIPANTS',
  'SIGN_IN_LISTS',
  'ATTENDANCES',
  'BUDGETS',
  'CONTRACTS',
  'PAYMENTS',
  'WORKERS',
  'EMPLOYMENTS',
  'QUALIFICATIONS',
  'EXAM_RESULTS',
  'POSTINGS',
] as const;

export type ImportKindName = (typeof IMPORT_KINDS)[number];

/** A column, found in a file by its name or by its Chinese heading, in any order. */
export interface ImportColumn {
  readonly name: string;
  readonly zh: string;
  readonly required: boolean;
  readonly about: Message;
  readonly example: string;
  /** It says something of one person: whatever stands in it is quoted nowhere. */
  readonly personal?: boolean;
  /** How else people write it; left out, a cell is text as it stands. */
  readonly reads?: CellReading;
}

/** The cells of a row by column name, trimmed; an empty or absent cell is ''. */
export type Cells = Readonly<Record<string, string>>;

export interface ImportedRow {
  /** Where the row ends in the file, as an editor or a spreadsheet numbers it. */
  readonly line: number;
  readonly cells: Cells;
}

/** NEW is taken in, CHANGED was there and becomes what the file says, KNOWN stays as it is, REFUSED is left out. */
export type RowOutcome = 'NEW' | 'CHANGED' | 'KNOWN' | 'REFUSED';

/** An ERROR keeps a row out, a NOTICE says what does not come in with it, a NOTE says how something was understood. */
export const FINDING_SEVERITIES = ['ERROR', 'NOTICE', 'NOTE'] as const;

export type FindingSeverity = (typeof FINDING_SEVERITIES)[number];

/** What is to be said of a row. */
export interface RowFinding {
  readonly line: number;
  /** Null where the whole row is meant. */
  readonly column: string | null;
  /** What people call the column. */
  readonly heading: Message | null;
  /** What the cell holds, shortened. */
  readonly value: string | null;
  /** What the cell is taken for, where that is something else. */
  readonly readAs: string | null;
  readonly severity: FindingSeverity;
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
  /** The operations by which a file changes what is there already, when that is asked for. */
  readonly operations: readonly string[];
  readonly judge: (rows: readonly ImportedRow[], asked: AskedOfRows) => Promise<JudgedRows>;
}

export interface AskedOfRows {
  readonly actor: Actor;
  /** Whether what is there already is changed to what the file says. */
  readonly updating: boolean;
}

/** A column in which a file says something else than the record. */
export interface RowDifference {
  readonly column: string;
  readonly said: string;
  readonly stands: string | null;
}

/** What a row means: a decision to be saved, or an object that is there already, with the columns that differ. */
export type RowDecision<Decision> =
  | { readonly known: false; readonly decision: Decision }
  | { readonly known: true; readonly differs: readonly RowDifference[] };

export function newRow<Decision>(decision: Decision): RowDecision<Decision> {
  return { known: false, decision };
}

/** Compares what the file says with what stands; null in the file says nothing. */
export function knownRow(
  columns: Readonly<Record<string, readonly [said: string | null, stands: string | null]>>,
): RowDecision<never> {
  const differs = Object.entries(columns).flatMap(([column, [said, stands]]) =>
    said === null || said === stands ? [] : [{ column, said, stands }],
  );
  return { known: true, differs };
}

/** Says something of the row under way that does not keep it out, such as what is left out of it; `field` names the column. */
export type Tell = (notice: DomainError) => void;

/** The operation that changes a column, or what decides which one does; null where none does. */
export type ChangedBy = string | ((difference: RowDifference) => string | null);

/** How a file changes what is there already: by the decisions of the operations that do so by hand. */
export interface RowUpdates<Row, Facts, Update> {
  /** Those that need nothing that the file does not say. */
  readonly operations: readonly string[];
  /** Pure. @throws DomainError that refuses the row. */
  readonly decide: (row: Row, facts: Facts, asked: AskedUpdate) => Update;
  /** Left out: an update is a decision as a new row is, the rows after it rest on it, and both are kept together. */
  readonly save?: (updates: readonly Update[]) => Promise<void>;
}

export interface AskedUpdate {
  readonly actor: Actor;
  /** Those that differ and that an operation of these changes. */
  readonly columns: ReadonlySet<string>;
}

/** The four steps of a kind: what a cell means, what the rows rest on, what each comes to, and how it is kept. */
export interface ImportDefinition<Row, Facts, Decision, Update = never> extends Pick<
  ImportKind,
  'name' | 'columns' | 'rowsAtOnce' | 'may'
> {
  /** @throws DomainError whose `field` names the column. */
  readonly parse: (cells: Cells, tell: Tell) => Row;
  /** The natural key: a row that repeats one of the rows before it is known, too. */
  readonly keyOf: (row: Row) => string;
  /** Reads, for all rows at once, what their decisions need. */
  readonly load: (rows: readonly Row[]) => Promise<Facts>;
  /** Pure. @throws DomainError that refuses the row. */
  readonly decide: (row: Row, facts: Facts, actor: Actor) => RowDecision<Decision>;
  /** What the rows after a new one rest on, where rows compete, as pairs for the places of a scheme. */
  readonly after?: (facts: Facts, decision: Decision) => Facts;
  /** The operation that changes what a column says of an object that is there already. */
  readonly changedBy?: Readonly<Record<string, ChangedBy>>;
  readonly updates?: RowUpdates<Row, Facts, Update>;
  readonly save: (decisions: readonly Decision[]) => Promise<void>;
}
