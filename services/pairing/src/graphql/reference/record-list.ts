import type { CalendarDate, RegionCode } from '@qianshou/kernel';
import { optional } from '@qianshou/service-kit/graphql';
import type { Direction } from '../../application/reference/ports.ts';
import type { DayRange, RecordFilter } from '../../application/work/ports.ts';
import { agencyId, pairingId, schemeId } from '../../domain/ids.ts';

type Nullish<Value> = Value | null | undefined;

interface RecordWhere {
  readonly pairingId?: Nullish<{ readonly eq: string }>;
  readonly schemeId?: Nullish<{ readonly eq: string }>;
  readonly dispatchingAgencyId?: Nullish<{ readonly eq: string }>;
  readonly regionCode?: Nullish<{ readonly within: RegionCode }>;
}

interface DaysWhere {
  readonly gte?: Nullish<CalendarDate>;
  readonly lte?: Nullish<CalendarDate>;
}

/** What the filters of all records have in common; `days` are those of the list's own order. */
export function recordFilterOf(where: Nullish<RecordWhere>, days: Nullish<DaysWhere>): RecordFilter {
  return {
    pairingId: optional(where?.pairingId, ({ eq }) => pairingId(eq)),
    schemeId: optional(where?.schemeId, ({ eq }) => schemeId(eq)),
    dispatchingAgencyId: optional(where?.dispatchingAgencyId, ({ eq }) => agencyId(eq)),
    within: optional(where?.regionCode, ({ within }) => within),
    days: optional(days, rangeOf),
  };
}

function rangeOf({ gte, lte }: DaysWhere): DayRange {
  return { from: gte ?? null, until: lte ?? null };
}

/** Each of these lists is ordered by its one day; only the direction is asked for. */
export function directionOf(
  orderBy: Nullish<readonly { readonly direction: Direction }[]>,
  otherwise: Direction,
): Direction {
  return orderBy?.[0]?.direction ?? otherwise;
}
