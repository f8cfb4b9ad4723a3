import type { RegionCode } from '@qianshou/kernel';
import { optional } from '@qianshou/service-kit/graphql';
import type { Direction } from '../application/ports.ts';
import type { RecordFilter } from '../application/ports-of-work.ts';
import { pairingId } from '../domain/ids.ts';

type Nullish<Value> = Value | null | undefined;

interface RecordWhere {
  readonly pairingId?: Nullish<{ readonly eq: string }>;
  readonly regionCode?: Nullish<{ readonly within: RegionCode }>;
}

/** What the filters of all records have in common. */
export function recordFilterOf(where: Nullish<RecordWhere>): RecordFilter {
  return {
    pairingId: optional(where?.pairingId?.eq, pairingId),
    within: where?.regionCode?.within ?? null,
  };
}

/** Each of these lists is ordered by its one day; only the direction is asked for. */
export function directionOf(
  orderBy: Nullish<readonly { readonly direction: Direction }[]>,
  otherwise: Direction,
): Direction {
  return orderBy?.[0]?.direction ?? otherwise;
}

export function everythingOf(id: RecordFilter['pairingId']): RecordFilter {
  return { pairingId: id, within: null };
}
