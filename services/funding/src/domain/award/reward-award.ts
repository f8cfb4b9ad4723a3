import {
  badInput,
  type CalendarDate,
  type Change,
  type Fen,
  type PublicText,
  type RegionCode,
  type Versioned,
} from '@qianshou/kernel';
import { type BudgetPlan, requireApproved } from '../budget/budget-plan.ts';
import { awardNotAccepted, awardNotDemonstration, contractStationElsewhere } from '../reference/errors.ts';
import { requireSecondPerson } from '../reference/four-eyes.ts';
import type { AwardId, BudgetPlanId, CheckId, StationId } from '../ids.ts';
import type { Programme } from '../money/account.ts';
import type { Movement } from '../money/journal-entry.ts';
import type { CarriedOver } from '../money/carry-over.ts';
import type { SourcePart } from '../money/source-parts.ts';
import { committing } from '../money/movements.ts';
import { type StationReplica, stationsCalled } from '../reference/replicas.ts';
import { AWARD_STATUS, wrongStatusOf } from '../reference/status-wrong.ts';

/** What is rewarded: a built station, or one that became a demonstration station. */
export const AWARD_KINDS = ['BUILDING', 'DEMONSTRATION'] as const;

export type AwardKind = (typeof AWARD_KINDS)[number];

interface AwardFacts extends Versioned {
  readonly id: AwardId;
  readonly countyCode: RegionCode;
  readonly year: number;
  readonly programme: Programme;
  readonly budgetPlanId: BudgetPlanId;
  readonly stationId: StationId;
  readonly kind: AwardKind;
  readonly amountFen: Fen;
  /** Of which sources it is bound, frozen at the approval; null before, and in rows of before that was kept. */
  readonly sources: readonly SourcePart[] | null;
  /** Once the budget's year was closed: where it is bound now. */
  readonly carriedOver: CarriedOver | null;
  readonly appliedBy: string;
  /** Who is paid, by the name of the account; null or absent where nobody said. */
  readonly payeeName?: PublicText | null;
}

export interface AppliedAward extends AwardFacts {
  readonly status: 'APPLIED';
  readonly acceptanceCheckId: null;
  readonly approvedBy: null;
  readonly paidOn: null;
}

export interface AcceptedAward extends AwardFacts {
  readonly status: 'ACCEPTED';
  readonly acceptanceCheckId: CheckId;
  readonly approvedBy: null;
  readonly paidOn: null;
}

export interface ApprovedAward extends AwardFacts {
  readonly status: 'APPROVED';
  readonly acceptanceCheckId: CheckId;
  readonly approvedBy: string;
  readonly paidOn: null;
}

export interface PaidAward extends AwardFacts {
  readonly status: 'PAID';
  readonly acceptanceCheckId: CheckId;
  readonly approvedBy: string;
  readonly paidOn: CalendarDate;
}

/** Refused by finance or taken back by the bureau before any money moved; the station may apply again. */
export interface ClosedAward extends AwardFacts {
  readonly status: 'REFUSED' | 'WITHDRAWN';
  readonly acceptanceCheckId: CheckId | null;
  readonly approvedBy: string | null;
  readonly paidOn: null;
  readonly closed: AwardClosing;
}

export interface AwardClosing {
  readonly by: string;
  readonly on: CalendarDate;
  readonly reason: PublicText;
}

/** A reward in place of a subsidy (以奖代补): the county builds first, money follows the acceptance. */
export type RewardAward = AppliedAward | AcceptedAward | ApprovedAward | PaidAward | ClosedAward;

export type AwardStatus = RewardAward['status'];

export type AwardEvent =
  | { readonly type: 'award.applied' | 'award.approved'; readonly by: string }
  | { readonly type: 'award.paid' | 'award.reopened'; readonly by: string }
  | { readonly type: 'award.refused' | 'award.withdrawn' | 'award.corrected'; readonly by: string }
  | { readonly type: 'award.carried-over'; readonly by: string; readonly toYear: number }
  | { readonly type: 'award.accepted'; readonly acceptanceCheckId: CheckId };

export interface AwardInput {
  readonly id: AwardId;
  readonly kind: AwardKind;
  readonly amountFen: Fen;
  readonly appliedBy: string;
  readonly payeeName?: PublicText | null;
}

/** A station that has passed its check already has its award accepted at once. */
export function applyForAward(
  input: AwardInput,
  { plan, station }: { readonly plan: BudgetPlan; readonly station: StationReplica },
): Change<AppliedAward | AcceptedAward, AwardEvent> {
  requireApproved(plan);
  if (input.amountFen <= 0n)
    throw badInput({ field: 'amountFen', reason: { en: 'must be more than 0', zh: '应大于 0' } });
  if (station.countyCode !== plan.countyCode) throw contractStationElsewhere(stationsCalled([station]));
  const { id: budgetPlanId, countyCode, year, programme } = plan;
  const applied: AppliedAward = {
    ...input,
    version: 0,
    sources: null,
    carriedOver: null,
    countyCode,
    year,
    programme,
    budgetPlanId,
    stationId: station.id,
    status: 'APPLIED',
    acceptanceCheckId: null,
    approvedBy: null,
    paidOn: null,
  };
  const events = [{ type: 'award.applied', by: input.appliedBy }] as const;
  const check = restsOn(applied, station);
  if (check === null) return { state: applied, events };
  const accepted = acceptAward(applied, check);
  return { state: accepted.state, events: [...events, ...accepted.events] };
}

/**
 * FUN-4: the check that an award rests on, once what it rewards is there: a built station has passed its check, a
 * demonstration is confirmed besides.
 */
export function restsOn(
  { kind }: Pick<AwardFacts, 'kind'>,
  { acceptanceCheckId, demonstrationSince = null }: StationReplica,
): CheckId | null {
  return kind === 'DEMONSTRATION' && demonstrationSince === null ? null : acceptanceCheckId;
}

/** FUN-4: what it rewards is there. */
export function acceptAward(award: AppliedAward, checkId: CheckId): Change<AcceptedAward, AwardEvent> {
  return {
    state: { ...award, status: 'ACCEPTED', acceptanceCheckId: checkId },
    events: [{ type: 'award.accepted', acceptanceCheckId: checkId }],
  };
}

/** FUN-4: only what was accepted and still is there; FUN-10: not by who applied. */
export function approveAward(
  award: RewardAward,
  by: string,
  station: StationReplica,
  sources: readonly SourcePart[] | null = null,
): Change<ApprovedAward, AwardEvent> {
  if (award.status === 'APPLIED') throw notAccepted(award, station);
  if (award.status !== 'ACCEPTED') throw wrongStatus(award, ['ACCEPTED']);
  requireSecondPerson('REQUESTER_APPROVER', by, [award.appliedBy]);
  if (restsOn(award, station) === null) throw notAccepted(award, station);
  return {
    state: { ...award, status: 'APPROVED', approvedBy: by, sources },
    events: [{ type: 'award.approved', by }],
  };
}

/** FUN-10: finance refuses what somebody else applied for, with the reason. */
export function refuseAward(award: RewardAward, closing: AwardClosing): Change<ClosedAward, AwardEvent> {
  requireSecondPerson('REQUESTER_APPROVER', closing.by, [award.appliedBy]);
  return closed(award, 'REFUSED', closing);
}

export function withdrawAward(award: RewardAward, closing: AwardClosing): Change<ClosedAward, AwardEvent> {
  return closed(award, 'WITHDRAWN', closing);
}

/** Before it was approved: another amount, with who said so. */
export function correctAward(
  award: RewardAward,
  { amountFen, by }: { readonly amountFen: Fen; readonly by: string },
): Change<AppliedAward | AcceptedAward, AwardEvent> {
  if (award.status !== 'APPLIED' && award.status !== 'ACCEPTED')
    throw wrongStatus(award, ['APPLIED', 'ACCEPTED']);
  return { state: { ...award, amountFen, appliedBy: by }, events: [{ type: 'award.corrected', by }] };
}

function closed(
  award: RewardAward,
  status: ClosedAward['status'],
  closing: AwardClosing,
): Change<ClosedAward, AwardEvent> {
  if (award.status !== 'APPLIED' && award.status !== 'ACCEPTED')
    throw wrongStatus(award, ['APPLIED', 'ACCEPTED']);
  const type = status === 'REFUSED' ? 'award.refused' : 'award.withdrawn';
  return { state: { ...award, status, closed: closing }, events: [{ type, by: closing.by }] };
}

function notAccepted({ kind, stationId }: RewardAward, { signage }: StationReplica): Error {
  if (kind === 'BUILDING') return awardNotAccepted({ stationId });
  return awardNotDemonstration({ stationId, stationName: signage ?? stationId });
}

export function requireApprovedAward(award: RewardAward): asserts award is ApprovedAward {
  if (award.status !== 'APPROVED') throw wrongStatus(award, ['APPROVED']);
}

export function payAward(
  award: RewardAward,
  { paidOn, by }: { readonly paidOn: CalendarDate; readonly by: string },
): Change<PaidAward, AwardEvent> {
  requireApprovedAward(award);
  return { state: { ...award, status: 'PAID', paidOn }, events: [{ type: 'award.paid', by }] };
}

/** Its payment came back: the award stands and waits to be paid again. */
export function reopenAward(award: RewardAward, by: string): Change<ApprovedAward, AwardEvent> {
  if (award.status !== 'PAID') throw wrongStatus(award, ['PAID']);
  return { state: { ...award, status: 'APPROVED', paidOn: null }, events: [{ type: 'award.reopened', by }] };
}

/** The journal entry of the approval, by who approved: money is bound to the award. Beside them stands who applied. */
export function awardCommitmentOf(award: ApprovedAward): Movement {
  const { programme, budgetPlanId, id, appliedBy, approvedBy } = award;
  const reference = { budgetPlanId, contractId: null, awardId: id, paymentId: null };
  return committing(
    { programme, reference, actor: approvedBy, approver: appliedBy },
    award.amountFen,
    award.sources,
  );
}

function wrongStatus(award: RewardAward, needed: readonly AwardStatus[]): Error {
  return wrongStatusOf(AWARD_STATUS, award.status, needed);
}
