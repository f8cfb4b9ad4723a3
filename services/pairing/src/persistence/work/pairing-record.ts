import { NATION } from '@qianshou/kernel';
import { countyOrAbove, EVIDENCE, trusted } from '@qianshou/service-kit/mongo';
import type { ConcernedFilter, DayRange, RecordFilter } from '../../application/work/ports.ts';

const text = { type: String, required: true } as const;

/** What every record of a pairing's work stores of the pairing. */
export const recordFields = {
  pairingId: text,
  schemeId: text,
  countyCode: text,
  dispatchingAgencyId: text,
  recipientAgencyId: text,
  regions: [text],
  audience: [text],
} as const;

/**
 * Lists by a region ask for one key of `regions` and not for a range of codes: so the rest of the index is in the
 * order of the list, and a page of the nation costs as much as a page of a county. `path` is the day of that order.
 */
export function recordFilter(filter: RecordFilter, path: string): Record<string, unknown> {
  const named = namedOf(filter, path);
  const isNarrow = [filter.pairingId, filter.schemeId, filter.dispatchingAgencyId].some((id) => id !== null);
  return isNarrow || 'regions' in named ? named : { ...named, regions: NATION };
}

/** The same for records that are not public: found by whom they concern, a region below that only narrows them. */
export function concernedFilter(
  { audience, ...filter }: ConcernedFilter,
  path: string,
): Record<string, unknown> {
  return {
    ...namedOf(filter, path),
    audience: audience === null ? NATION : trusted({ $in: [...audience] }),
  };
}

function namedOf({ within, days, ...ids }: RecordFilter, path: string): Record<string, unknown> {
  const { pairingId, schemeId, dispatchingAgencyId } = ids;
  const exactly = {
    pairingId,
    schemeId,
    dispatchingAgencyId,
    regions: within === null ? null : countyOrAbove(within),
  };
  return {
    ...Object.fromEntries(Object.entries(exactly).filter(([, value]) => value !== null)),
    ...between(path, days),
  };
}

function between(path: string, days: DayRange | null): Record<string, unknown> {
  if (days === null) return {};
  const { from, until } = days;
  // A range without ends is none: the database takes no condition that says nothing.
  if (from === null && until === null) return {};
  return {
    [path]: trusted({
      ...(from === null ? {} : { $gte: from }),
      ...(until === null ? {} : { $lte: until }),
    }),
  };
}

/** What the side that is helped said of what it was told. */
export const CONFIRMATION = {
  type: { _id: false, verdict: text, on: text, reason: { type: String, default: null }, evidence: EVIDENCE },
  default: null,
} as const;

/** What every correction keeps beside what stood before. */
export const correctedFields = { _id: false, on: text, reason: text, evidence: EVIDENCE } as const;

export function isStruck(struck: boolean | null): Record<string, unknown> {
  if (struck === null) return {};
  return { struck: struck ? trusted({ $ne: null }) : null };
}

type Index = { readonly keys: Readonly<Record<string, 1>> };

const OWNERS = ['pairingId', 'dispatchingAgencyId', 'schemeId'] as const;

/** Who is named owns the fewest records: the index that begins there is in the order of the list. */
export function ownerIndex(
  filter: RecordFilter,
  path: string,
): { readonly index?: Readonly<Record<string, 1>> } {
  const owner = OWNERS.find((each) => filter[each] !== null);
  return owner === undefined ? {} : { index: { [owner]: 1, [path]: 1, _id: 1 } };
}

/** The indexes of a list that is ordered by `path`: of each owner, of a region, and narrowed by each other field. */
export function recordIndexes(path: string, ...narrowing: readonly string[]): readonly Index[] {
  return indexesOf('regions', path, narrowing);
}

/** The same for records that are not public. */
export function concernedIndexes(path: string, ...narrowing: readonly string[]): readonly Index[] {
  return indexesOf('audience', path, narrowing);
}

function indexesOf(
  scope: 'regions' | 'audience',
  path: string,
  narrowing: readonly string[],
): readonly Index[] {
  const tail = { [path]: 1, _id: 1 } as const;
  return [
    ...OWNERS.map((owner) => ({ keys: { [owner]: 1, ...tail } as const })),
    { keys: { [scope]: 1, ...tail } },
    ...narrowing.map((field) => ({ keys: { [scope]: 1, [field]: 1, ...tail } as const })),
  ];
}
