import type { FoundRow } from '../../application/question/ports.ts';
import type { Field } from '../../domain/dataset/dataset.ts';
import type { Cell } from '../../domain/dataset/version.ts';
import type { CountedGroup } from '../../domain/question/groups.ts';
import type { GroupsQuestion, RowsQuestion } from '../../domain/question/question.ts';

export type FoundCells = Readonly<Record<string, unknown>>;

export function groupOf(row: FoundCells, { by, measures }: GroupsQuestion): CountedGroup {
  return {
    keys: by.map((_dimension, at) => textOf(row[`k${at}`])),
    values: measures.map((_measure, at) => numberOf(row[`v${at}`])),
    numerator: numberOf(row['numerator']),
    denominator: Number(row['denominator']),
    persons: Number(row['persons']),
  };
}

export function rowOf(row: FoundCells, { dataset, fields }: RowsQuestion): FoundRow {
  const cells = fields.map((name) => [name, cellOf(row[name], dataset.fields[name]?.kind ?? 'NAME')]);
  return { key: row['row_key'] as string, cells: Object.fromEntries(cells) as FoundRow['cells'] };
}

/** A value of the library as the domain writes it. */
export function cellOf(value: unknown, kind: Field['kind']): Cell {
  if (value === null || value === undefined) return null;
  if (kind === 'LIST') return value as readonly string[];
  if (kind === 'COUNT') return Number(value);
  if (kind === 'DAY') return value instanceof Date ? value.toISOString().slice(0, 10) : (value as string);
  return value as Cell;
}

function textOf(value: unknown): string | null {
  return value === null || value === undefined ? null : (value as string);
}

function numberOf(value: unknown): number | null {
  return value === null || value === undefined ? null : Number(value);
}
