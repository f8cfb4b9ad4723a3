import type { CalendarDate, Change, PublicText, RegionCode, Versioned } from '@qianshou/kernel';
import type { SuccessionId } from '../ids.ts';
import { dateInFuture, datesOutOfOrder } from '../reference/errors.ts';
import { unitInScopeAlready, unitOutOfScopeAlready, unitSucceeded } from './errors.ts';

/** STA-1: whether one township-level unit counts in its county's coverage; a prison or a farm may not. */
export interface UnitScope extends Versioned {
  /** The unit. */
  readonly id: RegionCode;
  readonly countyCode: RegionCode;
  /** Null while it counts. */
  readonly out: OutOfScope | null;
  /** When it did not count before, oldest first. */
  readonly periods: readonly PastPeriod[];
}

export interface OutOfScope {
  readonly since: CalendarDate;
  /** Null where a succession says it. */
  readonly reason: PublicText | null;
  readonly source: PublicText | null;
  readonly successionId: SuccessionId | null;
}

export interface PastPeriod extends OutOfScope {
  readonly until: CalendarDate;
  readonly returnReason: PublicText;
}

export type UnitScopeEvent =
  | { readonly type: 'unit-scope.left'; readonly since: CalendarDate }
  | { readonly type: 'unit-scope.returned'; readonly since: CalendarDate; readonly until: CalendarDate };

type Scoped = Change<UnitScope, UnitScopeEvent>;

/** Of a unit about which nothing was ever decided. */
export function inScope(id: RegionCode, countyCode: RegionCode): UnitScope {
  return { id, version: 0, countyCode, out: null, periods: [] };
}

/** It counts no more from a day on; what it was before stays on the record. */
export function leaveScope(scope: UnitScope, out: OutOfScope, today: CalendarDate): Scoped {
  if (scope.out !== null) throw unitOutOfScopeAlready({ townshipCode: scope.id, since: scope.out.since });
  const { since } = out;
  if (since > today) throw dateInFuture({ field: 'from', day: since, today });
  const before = scope.periods.at(-1)?.until;
  if (before !== undefined && since < before)
    throw datesOutOfOrder({ field: 'from', day: since, after: before });
  return { state: { ...scope, out }, events: [{ type: 'unit-scope.left', since }] };
}

export interface Return {
  readonly until: CalendarDate;
  readonly reason: PublicText;
}

/** It counts again. What the division codes no longer have does not come back this way. */
export function returnToScope(scope: UnitScope, { until, reason }: Return, today: CalendarDate): Scoped {
  const { out } = scope;
  if (out === null) throw unitInScopeAlready({ townshipCode: scope.id });
  if (out.successionId !== null) throw unitSucceeded({ townshipCode: scope.id, on: out.since });
  if (until > today) throw dateInFuture({ field: 'from', day: until, today });
  if (until < out.since) throw datesOutOfOrder({ field: 'from', day: until, after: out.since });
  const period = { ...out, until, returnReason: reason };
  return {
    state: { ...scope, out: null, periods: [...scope.periods, period] },
    events: [{ type: 'unit-scope.returned', since: out.since, until }],
  };
}
