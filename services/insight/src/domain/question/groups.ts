import { FEWEST, STEP } from '../small-cells.ts';
import { isPersonal } from '../dataset/dataset.ts';
import type { GroupOrder, GroupsQuestion, Having, Measure } from './question.ts';

/** A group as the store counts it. */
export interface CountedGroup {
  readonly keys: readonly (string | null)[];
  readonly values: readonly (number | null)[];
  /** What a share counts, and out of how many. */
  readonly numerator: number | null;
  readonly denominator: number;
  /** How many persons it stands for. */
  readonly persons: number;
}

export interface Group extends Omit<CountedGroup, 'persons' | 'denominator'> {
  readonly denominator: number | null;
  /** Too few persons: nothing of it is told. */
  readonly suppressed: boolean;
}

/**
 * Small cells are blanked, and numbers of persons told in steps, before anything is ordered or left out by them.
 *
 * @param around where the groups say something of persons: those of which they are parts.
 */
export function told(
  groups: readonly CountedGroup[],
  question: GroupsQuestion,
  around: readonly CountedGroup[] | null,
): readonly Group[] {
  const shown = around === null ? groups.map(open) : guardedOf(groups, question, around);
  return shown
    .filter((group) => question.having.every((having) => passes(group, having)))
    .toSorted(inOrder(question.order));
}

function open({ persons: _persons, ...group }: CountedGroup): Group {
  return { ...group, suppressed: false };
}

function guardedOf(
  groups: readonly CountedGroup[],
  question: GroupsQuestion,
  around: readonly CountedGroup[],
): readonly Group[] {
  const { by, dataset } = question;
  const wholes = new Map(around.map((whole) => [JSON.stringify(whole.keys), whole]));
  return groups.map((group) => {
    const keys = group.keys.filter((_key, at) => !isPersonal(dataset, by[at]?.field ?? ''));
    return guarded(group, question, wholes.get(JSON.stringify(keys)) ?? group);
  });
}

function guarded(group: CountedGroup, { measures }: GroupsQuestion, whole: CountedGroup): Group {
  const { keys, persons, numerator, denominator } = group;
  const parts = measures.flatMap((measure, at) => partsOf({ group, whole, at }, measure));
  if ([persons, whole.persons - persons, ...parts].some((size) => size > 0 && size < FEWEST))
    return { keys, values: measures.map(() => null), numerator: null, denominator: null, suppressed: true };
  const all = inSteps(denominator, whole.denominator);
  const values = group.values.map((value, at) => {
    if (value === null) return null;
    const most = whole.values[at] ?? null;
    return measures[at]?.kind === 'SHARE'
      ? ratio(inSteps(countedBy(value, denominator), most), all)
      : inSteps(value, most);
  });
  const share = measures.findIndex(({ kind }) => kind === 'SHARE');
  const counted = numerator === null ? null : inSteps(numerator, whole.values[share] ?? null);
  return { keys, values, numerator: counted, denominator: all, suppressed: false };
}

interface Measured {
  readonly group: CountedGroup;
  readonly whole: CountedGroup;
  readonly at: number;
}

/** A part of few is as telling as the few themselves, and so is one of all but a few: of the group, or around it. */
function partsOf({ group, whole, at }: Measured, { kind, where }: Measure): readonly number[] {
  const value = group.values[at] ?? null;
  if (where === null || value === null) return [];
  const counted = kind === 'SHARE' ? countedBy(value, group.denominator) : value;
  const others = (kind === 'SUM' ? group.persons : group.denominator) - counted;
  return [counted, others, (whole.values[at] ?? counted) - counted];
}

function countedBy(share: number, denominator: number): number {
  return Math.round(share * denominator);
}

/**
 * The whole is known to the last person, so of a part and of what it leaves only the smaller is put in steps: the larger tells
 * nothing that the smaller does not.
 */
function inSteps(value: number, whole: number | null): number {
  const left = (whole ?? value) - value;
  return left < 0 || value <= left ? stepped(value) : stepped(value + left - stepped(left));
}

function stepped(value: number): number {
  return Math.round(value / STEP) * STEP;
}

function ratio(numerator: number, denominator: number): number | null {
  return denominator === 0 ? null : numerator / denominator;
}

function passes({ values }: Group, { measure, gte, lte }: Having): boolean {
  const value = values[measure] ?? null;
  if (value === null) return false;
  return (gte === null || value >= gte) && (lte === null || value <= lte);
}

type Compared = string | number | null;

function inOrder(order: GroupOrder | null): (one: Group, other: Group) => number {
  return (one, other) => {
    const by = order === null ? 0 : compare(valueOf(one, order), valueOf(other, order), order.descending);
    return by === 0 ? compareKeys(one.keys, other.keys) : by;
  };
}

function valueOf({ keys, values }: Group, { measure, key }: GroupOrder): Compared {
  return (measure === null ? keys[key] : values[measure]) ?? null;
}

function compareKeys(one: Group['keys'], other: Group['keys']): number {
  for (const [at, key] of one.entries()) {
    const by = compare(key, other[at] ?? null, false);
    if (by !== 0) return by;
  }
  return 0;
}

/** What is missing comes last, whichever way. */
function compare(one: Compared, other: Compared, descending: boolean): number {
  if (one === other) return 0;
  if (one === null) return 1;
  if (other === null) return -1;
  return (one < other ? -1 : 1) * (descending ? -1 : 1);
}
