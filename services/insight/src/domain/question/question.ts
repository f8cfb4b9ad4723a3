import type { CalendarDate, RegionCode } from '@qianshou/kernel';
import type { Dataset } from '../dataset/dataset.ts';
import type { Dimension, Level } from './dimensions.ts';

export type Value = string | number | boolean;

/** What a field is held against. Text is found as it stands, never as a pattern. */
export type Test =
  | { readonly is: 'IN'; readonly values: readonly Value[] }
  | { readonly is: 'FROM'; readonly value: string | number }
  | { readonly is: 'UP_TO'; readonly value: string | number }
  | { readonly is: 'CONTAINS'; readonly text: string }
  | { readonly is: 'MISSING'; readonly missing: boolean }
  | { readonly is: 'WITHIN'; readonly region: RegionCode }
  /** Lies in no region of this level: what is known of it is coarser, or nothing. */
  | { readonly is: 'ABOVE'; readonly level: Level };

export type Condition =
  | { readonly is: 'ALL' | 'ANY'; readonly of: readonly Condition[] }
  | { readonly is: 'NOT'; readonly of: Condition }
  | { readonly is: 'FIELD'; readonly field: string; readonly test: Test };

export const EVERYTHING: Condition = { is: 'ALL', of: [] };

export const MEASURES = ['COUNT', 'COUNT_DISTINCT', 'SUM', 'MEAN', 'MEDIAN', 'MIN', 'MAX', 'SHARE'] as const;

export type MeasureKind = (typeof MEASURES)[number];

export interface Measure {
  readonly kind: MeasureKind;
  readonly of: string | null;
  /** What is counted of a share; null counts everything. */
  readonly where: Condition | null;
}

export interface Having {
  readonly measure: number;
  readonly gte: number | null;
  readonly lte: number | null;
}

export interface GroupOrder {
  /** By a measure, or by the key where none is named. */
  readonly measure: number | null;
  readonly key: number;
  readonly descending: boolean;
}

interface Asked {
  readonly dataset: Dataset;
  readonly where: Condition;
  /** What was known at the end of this day; null: now. */
  readonly asOf: CalendarDate | null;
  readonly first: number;
  readonly after: string | null;
}

export interface GroupsQuestion extends Asked {
  readonly by: readonly Dimension[];
  readonly measures: readonly Measure[];
  readonly having: readonly Having[];
  readonly order: GroupOrder | null;
}

export interface RowsQuestion extends Asked {
  /** What is told of each row. */
  readonly fields: readonly string[];
  readonly orderBy: { readonly field: string; readonly descending: boolean } | null;
}

/** Every field that a condition looks at, with how. */
export function testsIn(condition: Condition): readonly { readonly field: string; readonly test: Test }[] {
  if (condition.is === 'FIELD') return [condition];
  return condition.is === 'NOT' ? testsIn(condition.of) : condition.of.flatMap(testsIn);
}

/** The parts that hold together: what is joined by `and` alone, taken apart. */
export function partsOf(condition: Condition): readonly Condition[] {
  return condition.is === 'ALL' ? condition.of.flatMap(partsOf) : [condition];
}
