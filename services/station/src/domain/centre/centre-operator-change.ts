import { addDays, badInput, type CalendarDate, type Change, type PublicText, yearOf } from '@qianshou/kernel';
import { type AgencyReplica, mayOperate } from '../reference/agency-replica.ts';
import { refuseOutOfTime } from '../reference/stop.ts';
import type { AgencyId, PostingId } from '../ids.ts';
import { centreOperatorBarred, centreOperatorSame, centrePostingNotThere } from './errors.ts';
import {
  type CentreEvent,
  type CentreOperatorChange,
  type GuidanceCentre,
  mustStand,
  refuseTakenDay,
  type StandingCentre,
} from './guidance-centre.ts';

export interface CentreOperatorInput {
  /** First day of the new operator. */
  readonly from: CalendarDate;
  readonly reason: PublicText;
  /** What was handed over: keys, files, stock. */
  readonly handOver: readonly PublicText[];
  /** Of those on duty who pass over to the new operator; all others leave. */
  readonly stayingPostings: readonly PostingId[];
}

export interface CentreOperatorFacts {
  readonly operator: AgencyReplica;
  /** Whether the purchases of the year of its first day are closed to the new operator in this county (STA-13). */
  readonly barred: boolean;
  readonly today: CalendarDate;
}

/** STA-5: the county's one centre goes on under another agency; expert team, opening and records stay what they are. */
export function changeCentreOperator(
  before: GuidanceCentre,
  { from, reason, handOver, stayingPostings }: CentreOperatorInput,
  facts: CentreOperatorFacts,
): Change<StandingCentre, CentreEvent> {
  const centre = mustStand(before);
  refuseStrangers(centre, stayingPostings);
  refuseOperator(centre, from, facts);
  refuseOutOfTime(from, centre.openedOn, facts.today);
  refuseTakenDay(centre, from);
  if (handOver.length === 0) throw badInput({ field: 'handOver', reason: NOTHING_HANDED_OVER });
  const { operatorAgencyId } = centre;
  const change: CentreOperatorChange = { from, reason, handOver, before: { operatorAgencyId } };
  const operatorChanges = [...centre.operatorChanges, change];
  return {
    state: { ...centre, operatorAgencyId: facts.operator.id, operatorChanges },
    events: [{ type: 'centre.operatorChanged', before: change.before, from, stayingPostings }],
  };
}

const NOTHING_HANDED_OVER = {
  en: 'name at least one thing that was handed over',
  zh: '交接清单至少列明一项',
};

function refuseOperator(
  { operatorAgencyId }: StandingCentre,
  from: CalendarDate,
  { operator, barred }: CentreOperatorFacts,
): void {
  if (operator.id === operatorAgencyId) throw centreOperatorSame();
  mayOperate(operator);
  const year = yearOf(from);
  if (barred) throw centreOperatorBarred({ agencyId: operator.id, year, gradedYear: year - 1 });
}

function refuseStrangers({ workers }: StandingCentre, staying: readonly PostingId[]): void {
  const strangers = staying.filter((id) => !workers.includes(id));
  if (strangers.length > 0) throw centrePostingNotThere({ field: 'stayingPostings', postingIds: strangers });
}

/** A time in which one agency ran the centre. */
export interface CentreOperatorTerm {
  readonly operatorAgencyId: AgencyId;
  /** Null: from its planning on. */
  readonly from: CalendarDate | null;
  /** Last day; null while it goes on. */
  readonly to: CalendarDate | null;
  /** Why it took the place of the one before; null for the first. */
  readonly reason: PublicText | null;
  readonly handOver: readonly PublicText[];
}

/** Who ran the centre when, the first one first. */
export function centreOperators(centre: GuidanceCentre): readonly CentreOperatorTerm[] {
  const { operatorChanges: changes, operatorAgencyId } = centre;
  const last = { operatorAgencyId, to: centre.closure?.closedOn ?? null };
  return [null, ...changes].map((change, at) => {
    const next = changes[at];
    const span = next === undefined ? last : { ...next.before, to: addDays(next.from, -1) };
    const { from, reason, handOver } = change ?? { from: centre.openedOn, reason: null, handOver: [] };
    return {
      ...span,
      from: from !== null && span.to !== null && from > span.to ? null : from,
      reason,
      handOver,
    };
  });
}
