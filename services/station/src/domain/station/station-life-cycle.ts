import type { CalendarDate, Change } from '@qianshou/kernel';
import { type AgencyReplica, mayOperate } from '../reference/agency-replica.ts';
import { stationClosed, stationLacksHaves, stationStatusWrong } from './errors.ts';
import { type Have, HAVES } from '../reference/haves.ts';
import { whatIsMissing } from './haves-of-station.ts';
import { isOverdue } from './rectification.ts';
import { refuseTakenDay } from './operator-change.ts';
import type {
  ClosedStation,
  OperatingStation,
  RectifyingStation,
  Station,
  SuspendedStation,
} from './station.ts';
import type { StationEvent } from './station-events.ts';
import { type Stop, refuseOutOfTime } from '../reference/stop.ts';

/** Stops a working station for the time being, with a reason. A rectification under way waits, its clock does not. */
export function suspendStation(
  station: Station,
  { reason, on }: Stop,
  today: CalendarDate,
): Change<SuspendedStation, StationEvent> {
  if (station.status !== 'OPERATING' && station.status !== 'RECTIFYING') {
    throw stationStatusWrong({ needed: ['OPERATING', 'RECTIFYING'], status: station.status });
  }
  refuseOutOfTime(on, station.openedOn, today);
  return {
    state: { ...station, status: 'SUSPENDED', suspension: { reason, since: on } },
    events: [{ type: 'station.suspended', from: station.status, since: on }],
  };
}

export interface ResumptionFacts {
  /** Null where the government staffs the station itself. */
  readonly operator: AgencyReplica | null;
  readonly checklist: readonly Have[];
}

/** Works again when its operator may operate and the records still carry what it was opened for. */
export function resumeStation(
  station: Station,
  { operator, checklist }: ResumptionFacts,
  resumedOn: CalendarDate,
): Change<OperatingStation | RectifyingStation, StationEvent> {
  if (station.status !== 'SUSPENDED') {
    throw stationStatusWrong({ needed: ['SUSPENDED'], status: station.status });
  }
  if (operator !== null) mayOperate(operator);
  const missing = lacksForResumption(station, checklist);
  if (missing.length > 0) throw stationLacksHaves({ stationId: station.id, missing });
  const { rectification } = station;
  const to = rectification === null ? 'OPERATING' : 'RECTIFYING';
  const state =
    rectification === null
      ? ({ ...station, status: 'OPERATING', rectification, suspension: null } as const)
      : ({ ...station, status: 'RECTIFYING', rectification, suspension: null } as const);
  return { state, events: [{ type: 'station.resumed', to, resumedOn }] };
}

/** Closes a station for good, whatever it had come to; a demonstration station ends as an ordinary one. */
export function closeStation(
  station: Station,
  { reason, on }: Stop,
  today: CalendarDate,
): Change<ClosedStation, StationEvent> {
  if (station.status === 'CLOSED') throw stationClosed({ status: station.status });
  refuseOutOfTime(on, station.openedOn, today);
  refuseTakenDay(station, on);
  const { status: from, tier, havesComplete: hadAllHaves } = station;
  const wasOverdue = isOverdue(station.rectification);
  return {
    state: {
      ...station,
      status: 'CLOSED',
      tier: 'ORDINARY',
      havesComplete: false,
      demonstration: null,
      rectification: null,
      suspension: null,
      closure: { reason, closedOn: on },
    },
    events: [
      ...(tier === 'ORDINARY' ? [] : [{ ...GIVEN_UP, selectedOn: on }]),
      { type: 'station.closed', from, closedOn: on, wasOverdue, hadAllHaves },
    ],
  };
}

const GIVEN_UP = { type: 'station.tierChanged', from: 'DEMONSTRATION', to: 'ORDINARY' } as const;

/** STA-1: a unit is covered while its station operates; one that rectifies or is suspended does not count. */
export function coversItsUnit({ status }: Station): boolean {
  return status === 'OPERATING';
}

/** What a resumption is refused for, so that a screen can say it beforehand. */
export function lacksForResumption(station: Station, checklist: readonly Have[] = HAVES): readonly Have[] {
  const lacking = whatIsMissing(station);
  return checklist.filter((have) => lacking[have].length > 0);
}
