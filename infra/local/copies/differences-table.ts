import type { CopyDifference } from '@qianshou/service-kit/copies';
import Table from 'cli-table3';

/** Some of the differences, and how many there are. */
export interface ShownDifferences {
  readonly first: readonly CopyDifference[];
  readonly count: number;
}

/** What it is a copy of, which one, the field, what was kept, what the owner's log comes to. */
export function differencesTable({ first, count }: ShownDifferences): string {
  const table = new Table({
    head: ['copy of', 'id', 'field', 'kept', "owner's log"],
    style: { head: [], border: [] },
  });
  for (const { noun, id, field, kept, told } of first)
    table.push([noun, id, field ?? '(all)', written(field, kept), written(field, told)]);
  const rest = count - first.length;
  return rest > 0 ? `${table.toString()}\nand ${rest} more` : table.toString();
}

function written(field: string | null, value: unknown): string {
  if (field === null) return value === null ? 'not there' : 'there';
  return typeof value === 'string' ? value : JSON.stringify(value);
}
