import { badInput, type RegionCode } from '@qianshou/kernel';
import type { Dataset } from '../dataset/dataset.ts';
import { type Condition, EVERYTHING, type Test, type Value } from './question.ts';

/** As a caller writes them: `{ and, or, not, <field>: { in, gte, … } }`. */
export type GivenWhere = Readonly<Record<string, unknown>>;

const DEEPEST = 6;
const MOST_VALUES = 1_000;

/** Everything that is given holds; what is left out or empty asks for nothing. */
export function readWhere(dataset: Dataset, given: GivenWhere | null | undefined, depth = 0): Condition {
  if (given === null || given === undefined) return EVERYTHING;
  if (depth > DEEPEST)
    throw badInput({
      field: 'where',
      reason: { en: `conditions nest ${DEEPEST} levels at most`, zh: `条件嵌套最多 ${DEEPEST} 层` },
    });
  const parts = Object.entries(given).flatMap(([name, value]) => partOf(dataset, name, value, depth));
  return { is: 'ALL', of: parts };
}

function partOf(dataset: Dataset, name: string, value: unknown, depth: number): readonly Condition[] {
  if (value === null || value === undefined) return [];
  const inner = (part: unknown): Condition => readWhere(dataset, part as GivenWhere, depth + 1);
  if (name === 'not') return [{ is: 'NOT', of: inner(value) }];
  if (name === 'and') return [{ is: 'ALL', of: (value as readonly unknown[]).map(inner) }];
  if (name === 'or') return [{ is: 'ANY', of: (value as readonly unknown[]).map(inner) }];
  const field = name === 'regionCode' ? dataset.place : name;
  const tests = testsOf(`where.${name}`, value);
  return tests.map((test) => ({ is: 'FIELD', field, test }));
}

interface GivenTest {
  readonly in?: readonly Value[] | null;
  readonly eq?: Value | null;
  readonly gte?: string | number | null;
  readonly lte?: string | number | null;
  readonly contains?: string | null;
  readonly isMissing?: boolean | null;
  readonly within?: RegionCode | null;
}

function testsOf(field: string, given: GivenTest): readonly Test[] {
  refuseTurnedRound(field, given);
  refuseTooMany(field, given);
  return [
    ...some(given.in, (values) => ({ is: 'IN', values })),
    ...some(given.eq, (value) => ({ is: 'IN', values: [value] })),
    ...some(given.gte, (value) => ({ is: 'FROM', value })),
    ...some(given.lte, (value) => ({ is: 'UP_TO', value })),
    ...some(given.contains, (text) => ({ is: 'CONTAINS', text })),
    ...some(given.isMissing, (missing) => ({ is: 'MISSING', missing })),
    ...some(given.within, (region) => ({ is: 'WITHIN', region })),
  ];
}

function some<Given>(given: Given | null | undefined, make: (given: Given) => Test): readonly Test[] {
  return given === null || given === undefined ? [] : [make(given)];
}

function refuseTurnedRound(field: string, { gte, lte }: GivenTest): void {
  if (gte === null || gte === undefined || lte === null || lte === undefined || gte <= lte) return;
  throw badInput({
    field,
    reason: { en: 'the range ends before it begins', zh: '范围的结束早于开始' },
  });
}

function refuseTooMany(field: string, { in: values }: GivenTest): void {
  if ((values?.length ?? 0) <= MOST_VALUES) return;
  throw badInput({
    field,
    reason: { en: `at most ${MOST_VALUES} values`, zh: `最多 ${MOST_VALUES} 个值` },
  });
}
