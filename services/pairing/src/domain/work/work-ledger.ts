import { addDays, type CalendarDate, type Versioned, yearOf } from '@qianshou/kernel';
import type { DispatchAssignment } from './dispatch-assignment.ts';
import type { DispatchId, PairingId, WorkerId } from '../ids.ts';
import { TASK_GROUPS, type TaskGroup } from '../application/pairing-application.ts';
import type { PairingRecord } from './pairing-record.ts';
import type { Pairing } from '../pairing/pairing.ts';
import { type ReportPeriod, reportPeriods } from './report-period.ts';
import type { SchemePolicy } from '../scheme/scheme-policy.ts';

/** A worker's stay, as far as the rules read it. */
export interface Stay {
  readonly dispatchId: DispatchId;
  readonly workerId: WorkerId;
  readonly arrivedOn: CalendarDate;
  readonly leftOn: CalendarDate | null;
  readonly workingDays: number | null;
}

/**
 * What the rules read of a pairing's work, kept up with each record so that nothing is counted when it is read. It
 * holds the days on which something falls due: who is to be supervised is found by an index on them, by no scan.
 */
export interface WorkLedger extends Omit<PairingRecord, 'pairingId'>, Versioned {
  readonly id: PairingId;
  readonly status: Pairing['status'];
  readonly startsOn: CalendarDate | null;
  readonly endsOn: CalendarDate | null;
  readonly taskGroups: readonly TaskGroup[];
  readonly lastActivityOn: Readonly<Record<TaskGroup, CalendarDate | null>>;
  readonly stays: readonly Stay[];
  /** Periods whose report is handed in and was not sent back. */
  readonly reportedPeriods: readonly number[];
  /** The day on which PAIR-11 flags the pairing, unless something is done before; null while nothing is expected. */
  readonly quietOn: CalendarDate | null;
  /** The day on which it is silent, unless something is done before; null while nothing is expected. */
  readonly silentOn: CalendarDate | null;
  /** The last day of the earliest period that lacks its report. */
  readonly reportOpensOn: CalendarDate | null;
  /** The day up to which that report is in time. */
  readonly reportDueOn: CalendarDate | null;
}

export type LedgerPolicy = Pick<SchemePolicy, 'quietDays' | 'reportMonths' | 'reportGraceDays'>;

const NOTHING_YET = Object.fromEntries(TASK_GROUPS.map((group) => [group, null])) as Record<TaskGroup, null>;

export function newLedger(pairing: Pairing, record: PairingRecord): WorkLedger {
  const { pairingId, ...place } = record;
  return {
    ...place,
    id: pairingId,
    version: 0,
    status: pairing.status,
    startsOn: pairing.startsOn,
    endsOn: pairing.endsOn,
    taskGroups: pairing.taskGroups,
    lastActivityOn: NOTHING_YET,
    stays: [],
    reportedPeriods: [],
    quietOn: null,
    silentOn: null,
    reportOpensOn: null,
    reportDueOn: null,
  };
}

/** Takes over where the pairing stands: what rests or is over expects nothing. */
export function followPairing(ledger: WorkLedger, pairing: Pairing, policy: LedgerPolicy): WorkLedger {
  const { status, startsOn, endsOn, taskGroups } = pairing;
  return withDueDays({ ...ledger, status, startsOn, endsOn, taskGroups }, policy);
}

export function noteActivity(
  ledger: WorkLedger,
  { taskGroup, heldOn }: { readonly taskGroup: TaskGroup; readonly heldOn: CalendarDate },
  policy: LedgerPolicy,
): WorkLedger {
  const last = ledger.lastActivityOn[taskGroup];
  if (last !== null && last >= heldOn) return ledger;
  return withDueDays(
    { ...ledger, lastActivityOn: { ...ledger.lastActivityOn, [taskGroup]: heldOn } },
    policy,
  );
}

/** After an activity was struck out: the last day that still stands, or none. */
export function correctLastActivity(
  ledger: WorkLedger,
  taskGroup: TaskGroup,
  last: CalendarDate | null,
  policy: LedgerPolicy,
): WorkLedger {
  return withDueDays({ ...ledger, lastActivityOn: { ...ledger.lastActivityOn, [taskGroup]: last } }, policy);
}

/** A stay that was struck out is none. */
export function noteStay(ledger: WorkLedger, dispatch: DispatchAssignment): WorkLedger {
  const { id, workerId, arrivedOn, leftOn, workingDays } = dispatch;
  const others = ledger.stays.filter(({ dispatchId }) => dispatchId !== id);
  if (dispatch.status === 'STRUCK') return { ...ledger, stays: others };
  return { ...ledger, stays: [...others, { dispatchId: id, workerId, arrivedOn, leftOn, workingDays }] };
}

export function noteReport(
  ledger: WorkLedger,
  { period, stands }: { readonly period: number; readonly stands: boolean },
  policy: LedgerPolicy,
): WorkLedger {
  const others = ledger.reportedPeriods.filter((each) => each !== period);
  return withDueDays({ ...ledger, reportedPeriods: stands ? [...others, period] : others }, policy);
}

/** The worker's stays in the year of an arrival; a stay belongs to the year of its own. */
export function staysOfYear(
  { stays }: WorkLedger,
  { workerId, arrivedOn }: Pick<Stay, 'workerId' | 'arrivedOn'>,
): readonly Stay[] {
  return stays.filter((stay) => stay.workerId === workerId && yearOf(stay.arrivedOn) === yearOf(arrivedOn));
}

/** Working days are known of a stay when it has ended. */
export function workingDaysOf(stays: readonly Stay[]): number {
  return stays.reduce((days, { workingDays }) => days + (workingDays ?? 0), 0);
}

/** The task groups of the plan in which nothing was done for too long, each with the day since when (PAIR-11). */
export function quietGroups(
  { status, startsOn, taskGroups, lastActivityOn }: WorkLedger,
  quietDays: number | null,
): readonly { readonly taskGroup: TaskGroup; readonly quietOn: CalendarDate }[] {
  if (status !== 'ACTIVE' || startsOn === null || quietDays === null) return [];
  return taskGroups.map((taskGroup) => ({
    taskGroup,
    quietOn: addDays(lastActivityOn[taskGroup] ?? startsOn, quietDays),
  }));
}

/** After so many days without any activity the programme asks what became of a pairing. */
const SILENT_DAYS = 90;

/** The day on which nothing was logged for so long; null where nothing is expected. */
export function silentDay({
  status,
  startsOn,
  lastActivityOn,
}: Pick<WorkLedger, 'status' | 'startsOn' | 'lastActivityOn'>): CalendarDate | null {
  if (status !== 'ACTIVE') return null;
  const last = TASK_GROUPS.flatMap((group) => lastActivityOn[group] ?? [])
    .toSorted()
    .at(-1);
  const since = last ?? startsOn;
  return since === null ? null : addDays(since, SILENT_DAYS);
}

function withDueDays(ledger: WorkLedger, policy: LedgerPolicy): WorkLedger {
  const quiet = quietGroups(ledger, policy.quietDays).map(({ quietOn }) => quietOn);
  const report = expectedReport(ledger, policy);
  return {
    ...ledger,
    quietOn: quiet.toSorted().at(0) ?? null,
    silentOn: silentDay(ledger),
    reportOpensOn: report?.endsOn ?? null,
    reportDueOn: report?.dueOn ?? null,
  };
}

const REPORTING: readonly Pairing['status'][] = ['ACTIVE', 'PAST_END', 'SUSPENDED', 'FINAL_EVALUATION'];

/** The earliest period whose report is not handed in; null where the pairing owes none. */
export function expectedReport(
  { status, startsOn, endsOn, reportedPeriods }: WorkLedger,
  policy: LedgerPolicy,
): ReportPeriod | null {
  if (startsOn === null || endsOn === null || !REPORTING.includes(status)) return null;
  const periods = reportPeriods({ startsOn, endsOn }, policy);
  return periods.find(({ period }) => !reportedPeriods.includes(period)) ?? null;
}
