import { addDays, type CalendarDate, type Change, notFarAhead, type PublicText } from '@qianshou/kernel';
import { dateInFuture, datesOutOfOrder } from '../reference/errors.ts';
import { rectificationPlanTooEarly, rectificationUnplanned, stationStatusWrong } from './errors.ts';
import type { EvaluationId } from '../ids.ts';
import type { OperatingStation, RectifyingStation, Station } from './station.ts';
import type { Rectification, RectificationDone } from './rectification-order.ts';
import type { StationEvent } from './station-events.ts';

export interface RectificationOrder {
  /** Null where an evaluation is the reason. */
  readonly reason: PublicText | null;
  readonly evaluationId: EvaluationId | null;
  readonly orderedOn: CalendarDate;
}

/** STA-13: an operating station must put something right; its operator files a plan within the county's days. */
export function orderRectification(
  station: Station,
  order: RectificationOrder,
  { planDays, today }: { readonly planDays: number; readonly today: CalendarDate },
): Change<RectifyingStation, StationEvent> {
  if (station.status !== 'OPERATING') {
    throw stationStatusWrong({ needed: ['OPERATING'], status: station.status });
  }
  if (order.orderedOn > today) throw dateInFuture({ day: order.orderedOn, today });
  if (order.orderedOn < station.openedOn) {
    throw datesOutOfOrder({ day: order.orderedOn, after: station.openedOn });
  }
  const planDueOn = addDays(order.orderedOn, planDays);
  const rectification: Rectification = {
    ...order,
    planDueOn,
    dueOn: planDueOn,
    plan: null,
    overdueSince: null,
  };
  const { orderedOn, evaluationId } = order;
  return {
    state: { ...station, status: 'RECTIFYING', rectification },
    events: [{ type: 'station.rectificationOrdered', orderedOn, planDueOn, evaluationId }],
  };
}

/** A rectification that takes longer is none. */
const LONGEST_YEARS = 2;

export interface PlanFiling {
  readonly measures: PublicText;
  readonly completeBy: CalendarDate;
}

/** STA-13: what will be done, and by when. Filed again, the newer plan holds. */
export function planRectification(
  station: Station,
  { measures, completeBy }: PlanFiling,
  today: CalendarDate,
): Change<RectifyingStation, StationEvent> {
  const rectifying = needRectifying(station);
  if (completeBy <= today) throw rectificationPlanTooEarly({ completeBy, filedOn: today });
  notFarAhead(completeBy, 'completeBy', { from: today, years: LONGEST_YEARS });
  const { rectification } = rectifying;
  const plan = { measures, filedOn: today, completeBy };
  return {
    state: {
      ...rectifying,
      rectification: { ...rectification, plan, dueOn: completeBy, overdueSince: null },
    },
    events: [{ type: 'station.rectificationPlanned', completeBy, wasOverdue: isOverdue(rectification) }],
  };
}

/** Whoever checks stations confirms that the plan was carried out; then the station operates again. */
export function confirmRectification(
  station: Station,
  { rectifiedOn, proof = [] }: RectificationDone,
  today: CalendarDate,
): Change<OperatingStation, StationEvent> {
  const rectifying = needRectifying(station);
  const { rectification } = rectifying;
  if (rectification.plan === null) throw rectificationUnplanned({ stationId: station.id });
  if (rectifiedOn > today) throw dateInFuture({ day: rectifiedOn, today });
  if (rectifiedOn < rectification.orderedOn) {
    throw datesOutOfOrder({ day: rectifiedOn, after: rectification.orderedOn });
  }
  return {
    state: {
      ...rectifying,
      status: 'OPERATING',
      rectification: null,
      rectificationsDone: [...(rectifying.rectificationsDone ?? []), { rectifiedOn, proof }],
    },
    events: [{ type: 'station.rectified', rectifiedOn, wasOverdue: isOverdue(rectification) }],
  };
}

/** Told once for each due day: a station already found late, or still in time, stays as it is. */
export function noteOverdue(station: Station, today: CalendarDate): Change<Station, StationEvent> {
  const { rectification } = station;
  const unchanged = { state: station, events: [] };
  if (station.status !== 'RECTIFYING' || rectification === null) return unchanged;
  const { dueOn } = rectification;
  if (isOverdue(rectification) || dueOn >= today) return unchanged;
  const lacks = rectification.plan === null ? 'PLAN' : 'COMPLETION';
  return {
    state: { ...station, rectification: { ...rectification, overdueSince: today } },
    events: [{ type: 'station.rectificationOverdue', lacks, dueOn }],
  };
}

export function isOverdue(rectification: Rectification | null): boolean {
  return rectification !== null && rectification.overdueSince !== null;
}

function needRectifying(station: Station): RectifyingStation {
  if (station.status === 'RECTIFYING') return station;
  throw stationStatusWrong({ needed: ['RECTIFYING'], status: station.status });
}
