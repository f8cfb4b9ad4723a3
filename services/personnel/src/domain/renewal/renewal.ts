import {
  addDays,
  addYears,
  type CalendarDate,
  type Change,
  type Grounds,
  type RegionCode,
} from '@qianshou/kernel';
import type { AgencyId, PostingId, RenewalId, WorkerId } from '../ids.ts';
import type { PressedPosting } from '../posting/posting.ts';
import { renewalDayImplausible, renewalNotOpen } from './errors.ts';

/** What the bureau decides on somebody who missed the two years (PER-10). */
export type RenewalOutcome = 'RENEWED_WITH_EXCEPTION' | 'NOT_RENEWED';

export type RenewalStatus = 'PROPOSED' | 'DECIDED' | 'LAPSED';

/** PER-10: proposed by the platform when a clock has run out, decided by the bureau with its reason, never by itself. */
export interface RenewalDecision extends Partial<Grounds> {
  readonly id: RenewalId;
  readonly version: number;
  readonly status: RenewalStatus;
  readonly postingId: PostingId;
  readonly workerId: WorkerId;
  readonly countyCode: RegionCode;
  readonly townshipCode: RegionCode | null;
  readonly operatorAgencyId: AgencyId | null;
  /** The day that passed without the certificate. */
  readonly deadline: CalendarDate;
  readonly proposedOn: CalendarDate;
  readonly decideBy: CalendarDate;
  readonly outcome: RenewalOutcome | null;
  /** Of an exception the day by which the certificate is shown, else the last day of duty. */
  readonly until: CalendarDate | null;
  /** The subject of whoever decided. */
  readonly decidedBy: string | null;
  /** When it was decided, or when nothing was left to be decided. */
  readonly settledOn: CalendarDate | null;
}

interface RenewalFacts {
  readonly postingId: PostingId;
  readonly workerId: WorkerId;
  readonly countyCode: RegionCode;
}

export type RenewalEvent = RenewalFacts &
  (
    | { readonly type: 'renewal.proposed'; readonly deadline: CalendarDate; readonly decideBy: CalendarDate }
    | { readonly type: 'renewal.decided'; readonly outcome: RenewalOutcome; readonly until: CalendarDate }
    | { readonly type: 'renewal.lapsed' }
  );

type Told = Change<RenewalDecision, RenewalEvent>;

/** Our own number: no source names one. */
export const DAYS_TO_DECIDE = 30;

/** No exception is longer than the time that the rule gives (PER-8). */
const LONGEST_EXCEPTION_YEARS = 2;

export function proposeRenewal(id: RenewalId, overdue: PressedPosting, today: CalendarDate): Told {
  const { id: postingId, workerId, countyCode, townshipCode, operatorAgencyId, clock } = overdue;
  const { deadline } = clock;
  const decideBy = addDays(today, DAYS_TO_DECIDE);
  const facts = { postingId, workerId, countyCode };
  return {
    state: {
      id,
      version: 0,
      status: 'PROPOSED',
      ...facts,
      townshipCode,
      operatorAgencyId,
      deadline,
      proposedOn: today,
      decideBy,
      outcome: null,
      until: null,
      decidedBy: null,
      settledOn: null,
    },
    events: [{ type: 'renewal.proposed', ...facts, deadline, decideBy }],
  };
}

export interface RenewalVerdict extends Grounds {
  readonly decidedBy: string | null;
  readonly outcome: RenewalOutcome;
  readonly until: CalendarDate;
}

export function decideRenewal(found: RenewalDecision, verdict: RenewalVerdict, today: CalendarDate): Told {
  const { status, postingId, workerId, countyCode } = found;
  const { outcome, until } = verdict;
  if (status !== 'PROPOSED') throw renewalNotOpen({ status });
  const first = outcome === 'NOT_RENEWED' ? today : addDays(today, 1);
  if (until < first || until > addYears(today, LONGEST_EXCEPTION_YEARS))
    throw renewalDayImplausible({ until, years: LONGEST_EXCEPTION_YEARS });
  return {
    state: { ...found, ...verdict, status: 'DECIDED', settledOn: today },
    events: [{ type: 'renewal.decided', postingId, workerId, countyCode, outcome, until }],
  };
}

/** The certificate came, the clock moved, or the post ended: nothing is left to be decided. */
export function lapseRenewal(found: RenewalDecision, today: CalendarDate): Told {
  const { status, postingId, workerId, countyCode } = found;
  if (status !== 'PROPOSED') return { state: found, events: [] };
  return {
    state: { ...found, status: 'LAPSED', settledOn: today },
    events: [{ type: 'renewal.lapsed', postingId, workerId, countyCode }],
  };
}
