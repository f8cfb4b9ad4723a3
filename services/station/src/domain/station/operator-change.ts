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
import type { Station } from './station.ts';
import type { Operation, OperationMode, OperatorChange } from './operation.ts';
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
  /** Whether the purchases of the year of its first day are closed to the new operator in this county (STA-13). */
  readonly barred: boolean;
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
      operatorChanges: [...station.operatorChanges, changed],
    },
    events: [{ type: 'station.operatorChanged', before, from, stayingPostings }],
  };
}

function refuseOperator(
  station: Station,
  { operationMode, from }: OperatorChangeInput,
  { operator, barred }: OperatorChangeFacts,
): void {
  if ((operator?.id ?? null) === station.operatorAgencyId) throw stationOperatorSame();
  if (operator === null) {
    if (operationMode === 'PURCHASED') throw stationLacksOperator();
    return;
  }
  mayOperate(operator);
  const year = yearOf(from);
  if (barred) throw stationOperatorBarred({ agencyId: operator.id, year, gradedYear: year - 1 });
}

/** One operator a day: none is replaced, and no station ends, before or on the day on which the present one began. */
export function refuseTakenDay({ operatorChanges }: Station, day: CalendarDate): void {
  const last = operatorChanges.at(-1);
  if (last !== undefined && day <= last.from) throw stationOperatorDayTaken({ on: last.from, day });
}

function refuseStrangers({ staff }: Station, staying: readonly PostingId[]): void {
  const strangers = staying.filter((id) => !staff.some(({ postingId }) => postingId === id));
  if (strangers.length > 0) throw stationPostingNotThere({ field: 'stayingPostings', postingIds: strangers });
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
  const changes = station.operatorChanges;
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
  const next = station.operatorChanges.find(({ from }) => day < from);
  return next === undefined ? station.operatorAgencyId : next.before.operatorAgencyId;
}
