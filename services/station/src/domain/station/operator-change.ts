import { addDays, badInput, type CalendarDate, type Change, type PublicText, yearOf } from '@qianshou/kernel';
import { type AgencyReplica, mayOperate } from '../reference/agency-replica.ts';
import { refuseOutOfTime } from '../reference/stop.ts';
import type { AgencyId, PostingId } from '../ids.ts';
import {
  stationClosed,
  stationLacksOperator,
  stationOperatorBarred,
  stationOperatorDayTaken,
  stationOperatorSame,
  stationPostingNotThere,
} from './errors.ts';
import type { OperationMode, Station } from './station.ts';
import type { Operation, OperatorChange } from './operation.ts';
import type { StationEvent } from './station-events.ts';

export interface OperatorChangeInput {
  /** First day of the new operator. */
  readonly from: CalendarDate;
  readonly operationMode: OperationMode;
  readonly reason: PublicText;
  /** What was handed over: keys, files, stock. */
  readonly handOver: readonly PublicText[];
  /** Of those on duty who pass over to the new operator; all others sent by the old one leave. */
  readonly stayingPostings: readonly PostingId[];
}

export interface OperatorChangeFacts {
  /** Null: the bureau staffs it itself from then on. */
  readonly operator: AgencyReplica | null;
  /** Years whose purchases in this county are closed to the new operator (STA-13). */
  readonly barredIn: readonly number[];
  readonly today: CalendarDate;
}

/** Somebody else runs the station from a day on; its rank, premises, rooms and records stay what they are. */
export function changeOperator<Before extends Station>(
  station: Before,
  input: OperatorChangeInput,
  facts: OperatorChangeFacts,
): Change<Before, StationEvent> {
  if (station.status === 'CLOSED') throw stationClosed({ status: station.status });
  const { from, operationMode, reason, handOver, stayingPostings } = input;
  refuseStrangers(station, stayingPostings);
  refuseOperator(station, input, facts);
  refuseOutOfTime(from, station.openedOn, facts.today);
  refuseTakenDay(station, from);
  if (handOver.length === 0)
    throw badInput({
      field: 'handOver',
      reason: { en: 'name at least one thing that was handed over', zh: '交接清单至少列明一项' },
    });
  const before = { operatorAgencyId: station.operatorAgencyId, operationMode: station.operationMode };
  const changed: OperatorChange = { from, reason, handOver, before };
  const operatorAgencyId = facts.operator?.id ?? null;
  return {
    state: {
      ...station,
      operatorAgencyId,
      operationMode,
      operatorChanges: [...changesOf(station), changed],
    },
    events: [{ type: 'station.operatorChanged', before, from, stayingPostings }],
  };
}

function refuseOperator(
  station: Station,
  { operationMode, from }: OperatorChangeInput,
  { operator, barredIn }: OperatorChangeFacts,
): void {
  if ((operator?.id ?? null) === station.operatorAgencyId) throw stationOperatorSame();
  if (operator === null) {
    if (operationMode === 'PURCHASED') throw stationLacksOperator();
    return;
  }
  mayOperate(operator);
  const year = yearOf(from);
  if (barredIn.includes(year))
    throw stationOperatorBarred({ agencyId: operator.id, year, gradedYear: year - 1 });
}

/** One operator a day, and none is replaced before the day on which it began. */
function refuseTakenDay(station: Station, from: CalendarDate): void {
  const last = lastOperatorChange(station);
  if (last !== null && from <= last) throw stationOperatorDayTaken({ on: last, day: from });
}

function refuseStrangers({ staff }: Station, staying: readonly PostingId[]): void {
  const strangers = staying.filter((id) => !staff.some(({ postingId }) => postingId === id));
  if (strangers.length > 0) throw stationPostingNotThere({ field: 'stayingPostings', postingIds: strangers });
}

/** A station does not end before, or on the day on which, somebody else took it on. */
export function refuseEndBeforeOperator(station: Station, closedOn: CalendarDate): void {
  refuseTakenDay(station, closedOn);
}

/** A time in which one operator ran the station. */
export interface OperatorTerm extends Operation {
  /** Null: from its planning on. */
  readonly from: CalendarDate | null;
  /** Last day; null while it goes on. */
  readonly to: CalendarDate | null;
  /** Why it took the place of the one before; null for the first. */
  readonly reason: PublicText | null;
  readonly handOver: readonly PublicText[];
}

/** Who ran the station when, the first one first. */
export function operatorTerms(station: Station): readonly OperatorTerm[] {
  const changes = changesOf(station);
  const present = { operatorAgencyId: station.operatorAgencyId, operationMode: station.operationMode };
  const ends = station.closure?.closedOn ?? null;
  return [null, ...changes].map((change, at) => {
    const next = changes[at] ?? null;
    const took = change ?? { from: firstDay(station, next), reason: null, handOver: [] };
    const { from, reason, handOver } = took;
    const span = next === null ? { ...present, to: ends } : { ...next.before, to: addDays(next.from, -1) };
    return { ...span, from, reason, handOver };
  });
}

function firstDay({ openedOn }: Station, next: OperatorChange | null): CalendarDate | null {
  return openedOn !== null && (next === null || openedOn < next.from) ? openedOn : null;
}

/** Who answers for a day: for the year that is evaluated, whoever ran the station at its end. */
export function operatorOn(station: Station, day: CalendarDate): AgencyId | null {
  const next = changesOf(station).find(({ from }) => day < from);
  return next === undefined ? station.operatorAgencyId : next.before.operatorAgencyId;
}

function lastOperatorChange(station: Station): CalendarDate | null {
  return changesOf(station).at(-1)?.from ?? null;
}

function changesOf({ operatorChanges = [] }: Station): readonly OperatorChange[] {
  return operatorChanges;
}
