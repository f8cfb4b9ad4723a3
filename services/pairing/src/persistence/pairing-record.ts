import { NATION } from '@qianshou/kernel';
import { trusted } from '@qianshou/service-kit/mongo';
import type { ConcernedFilter, RecordFilter } from '../application/ports-of-work.ts';

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
 * order of the list, and a page of the nation costs as much as a page of a county.
 */
export function recordFilter({ pairingId, within }: RecordFilter): Record<string, unknown> {
  if (pairingId === null) return { regions: within ?? NATION };
  return { pairingId, ...(within === null ? {} : { regions: within }) };
}

/** The same for records that are not public: found by whom they concern, a region below that only narrows them. */
export function concernedFilter({ pairingId, within, audience }: ConcernedFilter): Record<string, unknown> {
  return {
    ...(pairingId === null ? {} : { pairingId }),
    ...(within === null ? {} : { regions: within }),
    audience: audience === null ? NATION : trusted({ $in: [...audience] }),
  };
}

/** A mistake that was struck out, and why; null while the record stands. */
export const struckField = { type: { _id: false, on: text, reason: text }, default: null } as const;

export function isStruck(struck: boolean | null): Record<string, unknown> {
  if (struck === null) return {};
  return { struck: struck ? trusted({ $ne: null }) : null };
}

export function oneOf(path: string, values: readonly string[] | null): Record<string, unknown> {
  return values === null ? {} : { [path]: trusted({ $in: [...values] }) };
}

type Index = { readonly keys: Readonly<Record<string, 1>> };

/** The indexes of a list that is ordered by `path`: of a pairing, of a region, and narrowed by each other field. */
export function recordIndexes(path: string, ...narrowing: readonly string[]): readonly Index[] {
  const tail = { [path]: 1, _id: 1 } as const;
  return [
    { keys: { pairingId: 1, ...tail } },
    { keys: { regions: 1, ...tail } },
    ...narrowing.map((field) => ({ keys: { regions: 1, [field]: 1, ...tail } as const })),
  ];
}

/** The same for records that are not public. */
export function concernedIndexes(path: string, ...narrowing: readonly string[]): readonly Index[] {
  const tail = { [path]: 1, _id: 1 } as const;
  return [
    { keys: { pairingId: 1, ...tail } },
    { keys: { audience: 1, ...tail } },
    ...narrowing.map((field) => ({ keys: { audience: 1, [field]: 1, ...tail } as const })),
  ];
}
