import { DomainError } from './errors.ts';
import type {
  AskedOfRows,
  Cells,
  ImportColumn,
  ImportDefinition,
  ImportedRow,
  ImportKind,
  RowDifference,
  RowFinding,
  RowOutcome,
} from './import.ts';
import {
  changeOf,
  differencesOf,
  findingOf,
  importRowDiffersFrom,
  importRowRepeated,
  noticeOf,
  operationFor,
  readingOf,
} from './import-findings.ts';
import { readCell } from './import-readings.ts';

/** The one place where refusals are caught: an import goes on with the next row and says what was wrong with this one. */
export function importKind<Row, Facts, Decision, Update = never>(
  definition: ImportDefinition<Row, Facts, Decision, Update>,
): ImportKind {
  const { name, columns, rowsAtOnce, may, updates } = definition;
  return {
    name,
    columns,
    rowsAtOnce,
    may,
    operations: updates?.operations ?? [],
    judge: async (rows, asked) => {
      const findings: RowFinding[] = [];
      const readable = rows.map((row) => readRow(definition, row, findings));
      const facts: Facts = await definition.load(
        readable.flatMap((read) => (read.row === null ? [] : [read.row.value])),
      );
      const judge = judging(definition, facts, { ...asked, findings });
      const outcomes = readable.map(({ line, cells, row }): RowOutcome => {
        if (row === null) return 'REFUSED';
        const judged = () => judge.one({ line, cells, row: row.value });
        return attempt({ line, cells }, columns, findings, judged)?.value ?? 'REFUSED';
      });
      const save = async (): Promise<void> => {
        await definition.save(judge.decisions);
        if (judge.updates.length > 0) await updates?.save?.(judge.updates);
      };
      return { outcomes, findings, save };
    },
  };
}

interface ReadRow<Row> extends ImportedRow {
  readonly row: Row;
}

/** What the cells mean, as people wrote them: each that had to be understood is told. */
function readRow<Row, Facts, Decision, Update>(
  { columns, parse }: ImportDefinition<Row, Facts, Decision, Update>,
  written: ImportedRow,
  findings: RowFinding[],
): ReadRow<{ readonly value: Row } | null> {
  const { line } = written;
  const cells: Record<string, string> = { ...written.cells };
  for (const column of columns) {
    const value = written.cells[column.name] ?? '';
    const readAs = readCell(column.reads, value);
    if (readAs === value) continue;
    cells[column.name] = readAs;
    findings.push(readingOf(line, column, value, readAs));
  }
  const tell = (notice: DomainError): void => void findings.push(noticeOf(written, notice, columns));
  return { line, cells, row: attempt(written, columns, findings, () => parse(cells, tell)) };
}

interface SeenRow {
  readonly line: number;
  readonly cells: Cells;
}

type Judging = AskedOfRows & { readonly findings: RowFinding[] };

function judging<Row, Facts, Decision, Update>(
  definition: ImportDefinition<Row, Facts, Decision, Update>,
  loaded: Facts,
  asked: Judging,
) {
  const { columns, keyOf, decide, after } = definition;
  const { actor, findings } = asked;
  const seen = new Map<string, SeenRow>();
  const decisions: Decision[] = [];
  const updates: Update[] = [];
  let facts = loaded;
  const take = (decision: Decision): void => {
    decisions.push(decision);
    facts = after?.(facts, decision) ?? facts;
  };
  const one = ({ line, cells, row }: ReadRow<Row>): RowOutcome => {
    const key = keyOf(row);
    const first = seen.get(key);
    if (first !== undefined) {
      findings.push(repetitionOf({ line, cells }, first, columns));
      return 'KNOWN';
    }
    const decided = decide(row, facts, actor);
    seen.set(key, { line, cells });
    if (decided.known) {
      const update = updateOf(
        definition,
        { line, cells, row },
        { ...asked, differs: decided.differs, facts },
      );
      if (update === null) return 'KNOWN';
      // Kept with the new ones, an update is one of their kind.
      if (definition.updates?.save === undefined) take(update.value as unknown as Decision);
      else updates.push(update.value);
      return 'CHANGED';
    }
    take(decided.decision);
    return 'NEW';
  };
  return { one, decisions, updates };
}

type Differing<Facts> = Judging & { readonly differs: readonly RowDifference[]; readonly facts: Facts };

/** What becomes of an object that is there: each column that differs changes, or is told to stay. */
function updateOf<Row, Facts, Decision, Update>(
  definition: ImportDefinition<Row, Facts, Decision, Update>,
  { line, cells, row }: ReadRow<Row>,
  { differs, facts, actor, updating, findings }: Differing<Facts>,
): { readonly value: Update } | null {
  const { updates } = definition;
  const described = describe(definition);
  const changes = (difference: RowDifference): boolean =>
    updating && described.operations.includes(operationFor(difference, described) ?? '');
  // What a file leaves empty says nothing, whatever it is read as in a new row.
  const said = differs.filter(({ column }) => cells[column] !== '');
  const changing = said.filter(changes);
  const staying = said.filter((difference) => !changing.includes(difference));
  if (staying.length > 0) findings.push(differencesOf({ line, cells }, staying, described));
  if (updates === undefined || changing.length === 0) return null;
  const named = new Set(changing.map(({ column }) => column));
  const value = updates.decide(row, facts, { actor, columns: named });
  findings.push(...changing.map((difference) => changeOf({ line, cells }, difference, described)));
  return { value };
}

function describe<Row, Facts, Decision, Update>({
  columns,
  changedBy = {},
  updates,
}: ImportDefinition<Row, Facts, Decision, Update>) {
  return { columns, changedBy, operations: updates?.operations ?? [] };
}

/** A later row of the same key that says something else is not left out without a word. */
function repetitionOf(row: ImportedRow, first: SeenRow, columns: readonly ImportColumn[]): RowFinding {
  const differing = columns.filter(
    ({ name }) => (row.cells[name] ?? '') !== '' && row.cells[name] !== (first.cells[name] ?? ''),
  );
  const [column] = differing;
  if (column === undefined) return noticeOf(row, importRowRepeated({ first: first.line }), columns);
  const names = { en: differing.map(({ name }) => name), zh: differing.map(({ zh }) => zh) };
  const columnsThere = { en: names.en.join(', '), zh: names.zh.join('、') };
  return noticeOf(row, importRowDiffersFrom({ first: first.line, columns: columnsThere }), columns);
}

function attempt<Result>(
  row: ImportedRow,
  columns: readonly ImportColumn[],
  findings: RowFinding[],
  work: () => Result,
): { readonly value: Result } | null {
  try {
    return { value: work() };
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    findings.push(findingOf(row, error, columns));
    return null;
  }
}
