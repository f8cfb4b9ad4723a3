import type { Actor, Role } from '@qianshou/kernel';
import type { Dataset, Field } from '../dataset/dataset.ts';
import type { Dimension } from './dimensions.ts';
import { type GroupsQuestion, type RowsQuestion, testsIn } from './question.ts';

/** What a question asks for, before it is asked: rows that are read, fields that are looked at, groups that may come. */
export interface Cost {
  readonly rows: number;
  readonly columns: number;
  readonly groups: number;
  /** rows × columns, and what is joined, and the groups. */
  readonly cost: number;
  readonly limit: number;
}

const LIMITS: readonly (readonly [readonly Role[], number])[] = [
  [['ADMIN', 'PROJECT_OFFICE'], 100_000_000],
  [['ANALYST', 'PROVINCE_AUTHORITY', 'FINANCE_AUDITOR'], 50_000_000],
  [['COUNTY_CIVIL_AFFAIRS'], 20_000_000],
];

const A_GROUP = 10;

export type SizeOf = (dataset: string) => number;

export function costOf(question: GroupsQuestion | RowsQuestion, sizeOf: SizeOf, actor: Actor): Cost {
  const { dataset } = question;
  const rows = sizeOf(dataset.name);
  const fields = fieldsOf(question);
  const joined = [...new Set(fields)].reduce(
    (sum, field) => sum + joinedBy(dataset.fields[field], sizeOf),
    0,
  );
  const columns = Math.max(new Set(fields).size, 1);
  const groups = 'by' in question ? groupsOf(question, rows) : 0;
  return { rows, columns, groups, cost: rows * columns + joined + groups * A_GROUP, limit: limitOf(actor) };
}

function fieldsOf(question: GroupsQuestion | RowsQuestion): readonly string[] {
  const tested = testsIn(question.where).map(({ field }) => field);
  if (!('by' in question)) {
    const { fields, orderBy } = question;
    return [...tested, ...fields, ...(orderBy === null ? [] : [orderBy.field])];
  }
  const measured = question.measures.flatMap(({ of, where }) => [
    ...(of === null ? [] : [of]),
    ...(where === null ? [] : testsIn(where).map(({ field }) => field)),
  ]);
  return [...tested, ...measured, ...question.by.map(({ field }) => field)];
}

function joinedBy(field: Field | undefined, sizeOf: SizeOf): number {
  const made = field?.made;
  if (made?.is === 'LOOK_UP') return sizeOf(made.from);
  return made?.is === 'TALLY' ? 2 * sizeOf(made.of) : 0;
}

/** As many as the dimensions can make, and no more than there are rows. */
function groupsOf({ by, dataset }: GroupsQuestion, rows: number): number {
  return by.reduce((groups, dimension) => Math.min(groups * valuesOf(dimension, dataset), rows), 1);
}

const OF_GRAIN: Readonly<Record<string, number>> = {
  PROVINCE: 34,
  PREFECTURE: 340,
  COUNTY: 2_900,
  TOWNSHIP: 41_000,
  YEAR: 20,
  QUARTER: 80,
  MONTH: 240,
  DAY: 7_300,
};
const OF_ANYTHING = 100_000;

function valuesOf({ grain, field }: Dimension, { fields }: Dataset): number {
  const declared = fields[field];
  if (declared?.kind === 'FLAG') return 3;
  if (declared?.kind === 'CODE' && declared.values !== undefined) return declared.values.length + 1;
  return OF_GRAIN[grain] ?? OF_ANYTHING;
}

function limitOf({ grants }: Actor): number {
  const held = LIMITS.filter(([roles]) => grants.some(({ role }) => roles.includes(role)));
  return Math.max(0, ...held.map(([, limit]) => limit));
}
