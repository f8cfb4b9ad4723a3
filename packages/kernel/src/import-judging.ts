import { DomainError } from './errors.ts';
import type {
  Cells,
  ImportColumn,
  ImportDefinition,
  ImportedRow,
  ImportKind,
  RowFinding,
  RowOutcome,
} from './import.ts';
import {
  differencesOf,
  findingOf,
  importRowDiffersFrom,
  importRowRepeated,
  noticeOf,
  readingOf,
} from './import-findings.ts';
import { readCell } from './import-readings.ts';

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
      const readable = rows.map((row) => readRow(definition, row, findings));
      const facts: Facts = await definition.load(
        readable.flatMap((read) => (read.row === null ? [] : [read.row.value])),
      );
      const judge = judging(definition, facts, findings);
      const outcomes = readable.map(({ line, cells, row }): RowOutcome => {
        if (row === null) return 'REFUSED';
        const judged = () => judge.one({ line, cells, row: row.value }, actor);
        return attempt({ line, cells }, columns, findings, judged)?.value ?? 'REFUSED';
      });
      return { outcomes, findings, save: () => definition.save(judge.decisions) };
    },
  };
}

interface ReadRow<Row> extends ImportedRow {
  readonly row: Row;
}

/** What the cells mean, as people wrote them: each that had to be understood is told. */
function readRow<Row, Facts, Decision>(
  { columns, parse }: ImportDefinition<Row, Facts, Decision>,
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

function judging<Row, Facts, Decision>(
  definition: ImportDefinition<Row, Facts, Decision>,
  loaded: Facts,
  findings: RowFinding[],
) {
  const { columns, keyOf, decide, after } = definition;
  const seen = new Map<string, SeenRow>();
  const decisions: Decision[] = [];
  let facts = loaded;
  const one = ({ line, cells, row }: ReadRow<Row>, actor: Parameters<typeof decide>[2]): RowOutcome => {
    const key = keyOf(row);
    const first = seen.get(key);
    if (first !== undefined) {
      findings.push(repetitionOf({ line, cells }, first, columns));
      return 'KNOWN';
    }
    const decided = decide(row, facts, actor);
    seen.set(key, { line, cells });
    if (decided.known) {
      // What a file leaves empty says nothing, whatever it is read as in a new row.
      const differs = decided.differs.filter(({ column }) => cells[column] !== '');
      if (differs.length > 0) findings.push(differencesOf({ line, cells }, differs, definition));
      return 'KNOWN';
    }
    decisions.push(decided.decision);
    facts = after?.(facts, decided.decision) ?? facts;
    return 'NEW';
  };
  return { one, decisions };
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
