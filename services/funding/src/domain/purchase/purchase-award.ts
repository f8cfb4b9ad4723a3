import { badInput, type CalendarDate, type Change, requireScore } from '@qianshou/kernel';
import type { AgencyId } from '../ids.ts';
import {
  type AgencyReplica,
  type BarringEvaluation,
  calledBy,
  refuseBarred,
  requireProvider,
} from '../reference/replicas.ts';
import { PURCHASE_STATUS, wrongStatusOf } from '../reference/status-wrong.ts';
import {
  purchaseAboveProject,
  purchaseBetterPassedOver,
  purchaseBidsWrong,
  purchasePriorityIgnored,
  purchaseStillOpen,
  purchaseWinnerNoBidder,
} from './errors.ts';
import { refuseUnchecked } from './provider-check.ts';
import { refuseOutOfOrder } from './purchase-days.ts';
import { fewestBids, mostBids, type PurchaseMethod, rankingOf } from './purchase-method.ts';
import { refuseSuspended } from './purchase-objection.ts';
import {
  type Bid,
  type PurchaseAward,
  type PurchaseEvent,
  type PurchaseProject,
  type PurchaseRound,
  roundOf,
} from './purchase-project.ts';
import { withRound } from './purchase-publication.ts';

export interface AwardingInput extends Omit<PurchaseAward, 'amountFen' | 'bids' | 'voidedOn'> {
  readonly bids: readonly Omit<Bid, 'preferred'>[];
}

export interface AwardingFacts {
  /** Who made an offer, and who is to win. */
  readonly bidders: readonly AgencyReplica[];
  /** FUN-14: those graded EXCELLENT or GOOD in the county. */
  readonly preferred: ReadonlySet<AgencyId>;
  /** What bars the winner. */
  readonly bars: readonly BarringEvaluation[];
  readonly today: CalendarDate;
}

/** FUN-6, FUN-8, FUN-14: the best offer of a provider that was checked; among equal ones the well graded go first. */
export function awardPurchase(
  project: PurchaseProject,
  input: AwardingInput,
  { bidders, preferred, bars, today }: AwardingFacts,
): Change<PurchaseProject, PurchaseEvent> {
  const round = roundOf(project);
  if (project.status !== 'PUBLISHED' || round === null)
    throw wrongStatusOf(PURCHASE_STATUS, project.status, ['PUBLISHED']);
  refuseSuspended(project);
  refuseTooEarly(round, input.awardedOn, today);
  const winner = bidders.find(({ id }) => id === input.providerAgencyId);
  const bids = input.bids.map((bid) => ({ ...bid, preferred: preferred.has(bid.agencyId) }));
  refuseWrongBids(round, bids);
  const won = bids.find(({ agencyId }) => agencyId === input.providerAgencyId);
  if (won === undefined || winner === undefined)
    throw purchaseWinnerNoBidder({ agencyName: nameOf(input.providerAgencyId, bidders) });
  requireProvider(winner);
  refuseBarred(winner, project.year, bars);
  if (won.quoteFen > project.amountFen)
    throw purchaseAboveProject({
      availableFen: project.amountFen.toString(),
      askedFen: won.quoteFen.toString(),
    });
  refuseAgainstRanking(round.method, { bids, won, reason: input.passedOverReason, bidders });
  refuseUnchecked(input.checks, input.awardedOn);
  const award: PurchaseAward = { ...input, bids, amountFen: won.quoteFen, voidedOn: null };
  return {
    state: { ...withRound(project, { ...round, awards: [...round.awards, award] }), status: 'AWARDED' },
    events: [{ type: 'purchase.awarded', by: input.by, award }],
  };
}

function refuseTooEarly(
  { openUntil, awards }: PurchaseRound,
  awardedOn: CalendarDate,
  today: CalendarDate,
): void {
  const voided = awards.at(-1)?.voidedOn ?? null;
  refuseOutOfOrder({ field: 'awardedOn', day: awardedOn, earliest: voided, today });
  if (awardedOn < openUntil) throw purchaseStillOpen({ openUntil, awardedOn });
}

function refuseWrongBids({ method, no }: PurchaseRound, bids: readonly Bid[]): void {
  const bidders = new Set(bids.map(({ agencyId }) => agencyId));
  if (bidders.size !== bids.length)
    throw badInput({ field: 'bids', reason: { en: 'each agency once', zh: '每家机构只填一次' } });
  const [fewest, most] = [fewestBids(method, no), mostBids(method)];
  if (bids.length < fewest || bids.length > most)
    throw purchaseBidsWrong({ method, fewest, most, bids: bids.length });
  const needsScore = rankingOf(method) === 'SCORE' && bids.length > 1;
  for (const bid of bids) refuseUnsoundBid(bid, needsScore);
}

function refuseUnsoundBid({ quoteFen, score }: Bid, needsScore: boolean): void {
  if (quoteFen <= 0n)
    throw badInput({ field: 'quoteFen', reason: { en: 'must be more than 0', zh: '应大于 0' } });
  if (score !== null) return requireScore(score);
  if (needsScore)
    throw badInput({ field: 'score', reason: { en: 'needed by this method', zh: '该方式须填写得分' } });
}

interface Choice {
  readonly bids: readonly Bid[];
  readonly won: Bid;
  readonly reason: string | null;
  readonly bidders: readonly AgencyReplica[];
}

function refuseAgainstRanking(method: PurchaseMethod, { bids, won, reason, bidders }: Choice): void {
  const compare = BY_RANKING[rankingOf(method)];
  const agencyName = nameOf(won.agencyId, bidders);
  if (reason === null && bids.some((bid) => compare(bid, won) > 0))
    throw purchaseBetterPassedOver({ agencyName });
  const first = bids.filter((bid) => bid.preferred && compare(bid, won) === 0);
  if (won.preferred || first.length === 0) return;
  throw purchasePriorityIgnored({
    agencyName,
    preferredNames: first.map(({ agencyId }) => nameOf(agencyId, bidders)),
  });
}

function nameOf(agencyId: AgencyId, bidders: readonly AgencyReplica[]): string {
  return calledBy(bidders.find(({ id }) => id === agencyId) ?? { id: agencyId }).agencyName;
}

/** More than 0: the first of both is better. */
const BY_RANKING: Readonly<Record<ReturnType<typeof rankingOf>, (a: Bid, b: Bid) => number>> = {
  SCORE: (a, b) => Math.sign((a.score ?? 0) - (b.score ?? 0)),
  PRICE: (a, b) => Number(a.quoteFen < b.quoteFen) - Number(a.quoteFen > b.quoteFen),
  NONE: () => 0,
};
