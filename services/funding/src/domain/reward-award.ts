import {
  badInput,
  type CalendarDate,
  type Change,
  type Fen,
  type RegionCode,
  type Versioned,
} from '@qianshou/kernel';
import { type BudgetPlan, requireApproved } from './budget-plan.ts';
import { awardNotAccepted, contractStationElsewhere, fundingStatusWrong } from './errors.ts';
import { requireSecondPerson } from './four-eyes.ts';
import type { AwardId, BudgetPlanId, CheckId, StationId } from './ids.ts';
import type { Programme } from './money/account.ts';
import type { Movement } from './money/journal-entry.ts';
import { committing } from './money/movements.ts';
import type { StationReplica } from './replicas.ts';

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
  readonly appliedBy: string;
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

/** A reward in place of a subsidy (以奖代补): the county builds first, money follows the acceptance. */
export type RewardAward = AppliedAward | AcceptedAward | ApprovedAward | PaidAward;

export type AwardStatus = RewardAward['status'];

export type AwardEvent =
  | { readonly type: 'award.applied' | 'award.approved' | 'award.paid' | 'award.reopened' }
  | { readonly type: 'award.accepted'; readonly acceptanceCheckId: CheckId };

export interface AwardInput {
  readonly id: AwardId;
  readonly kind: AwardKind;
  readonly amountFen: Fen;
  readonly appliedBy: string;
}

/** A station that has passed its check already has its award accepted at once. */
export function applyForAward(
  input: AwardInput,
  { plan, station }: { readonly plan: BudgetPlan; readonly station: StationReplica },
): Change<AppliedAward | AcceptedAward, AwardEvent> {
  requireApproved(plan);
  if (input.amountFen <= 0n) throw badInput({ field: 'amountFen', reason: 'must be more than 0' });
  if (station.countyCode !== plan.countyCode) throw contractStationElsewhere({ stationIds: [station.id] });
  const { id: budgetPlanId, countyCode, year, programme } = plan;
  const applied: AppliedAward = {
    ...input,
    version: 0,
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
  const events = [{ type: 'award.applied' }] as const;
  if (station.acceptanceCheckId === null) return { state: applied, events };
  const accepted = acceptAward(applied, station.acceptanceCheckId);
  return { state: accepted.state, events: [...events, ...accepted.events] };
}

/** FUN-4: the station passed its acceptance check. */
export function acceptAward(award: AppliedAward, checkId: CheckId): Change<AcceptedAward, AwardEvent> {
  return {
    state: { ...award, status: 'ACCEPTED', acceptanceCheckId: checkId },
    events: [{ type: 'award.accepted', acceptanceCheckId: checkId }],
  };
}

/** FUN-4: only what was accepted; FUN-10: not by who applied. */
export function approveAward(award: RewardAward, by: string): Change<ApprovedAward, AwardEvent> {
  if (award.status === 'APPLIED') throw awardNotAccepted({ stationId: award.stationId });
  if (award.status !== 'ACCEPTED') throw wrongStatus(award, ['ACCEPTED']);
  requireSecondPerson(by, [award.appliedBy]);
  return { state: { ...award, status: 'APPROVED', approvedBy: by }, events: [{ type: 'award.approved' }] };
}

export function requireApprovedAward(award: RewardAward): asserts award is ApprovedAward {
  if (award.status !== 'APPROVED') throw wrongStatus(award, ['APPROVED']);
}

export function payAward(award: RewardAward, paidOn: CalendarDate): Change<PaidAward, AwardEvent> {
  requireApprovedAward(award);
  return { state: { ...award, status: 'PAID', paidOn }, events: [{ type: 'award.paid' }] };
}

/** Its payment came back: the award stands and waits to be paid again. */
export function reopenAward(award: RewardAward): Change<ApprovedAward, AwardEvent> {
  if (award.status !== 'PAID') throw wrongStatus(award, ['PAID']);
  return { state: { ...award, status: 'APPROVED', paidOn: null }, events: [{ type: 'award.reopened' }] };
}

/** The journal entry of the approval: approved money is bound to the award. */
export function awardCommitmentOf(award: ApprovedAward): Movement {
  const { programme, budgetPlanId, id, appliedBy, approvedBy } = award;
  const reference = { budgetPlanId, contractId: null, awardId: id, paymentId: null };
  return committing({ programme, reference, actor: appliedBy, approver: approvedBy }, award.amountFen);
}

function wrongStatus(award: RewardAward, needed: readonly AwardStatus[]): Error {
  return fundingStatusWrong({ what: 'award', status: award.status, needed });
}
