import { eventually } from './eventually.ts';
import { forEach } from './for-each.ts';
import { APPLY_FOR_AWARD, APPROVE_AWARD, AWARDS_OF_COUNTY, MAKE_PAYMENT } from './funding-operations.ts';
import type { BuiltStation } from './stations.ts';
import { dayOfPayment, refused, type Story } from './story.ts';
import { DEMO } from './demo.ts';
import { YIDU } from './yidu.ts';
import { fenOf, yuanText } from './yuan.ts';

/** Invented amounts (以奖代补): what a built station gets, and what a demonstration station gets on top. */
const REWARDS = { BUILDING: 20_000, DEMONSTRATION: 30_000 } as const;

/** A reward is applied for before the check, and may not be approved before it (FUN-4). */
export async function applyForBuildingAwards(
  story: Story,
  budgetPlanId: string,
  stations: readonly BuiltStation[],
): Promise<readonly string[]> {
  const awards = await forEach(stations, ({ id }) => apply(story, budgetPlanId, id, 'BUILDING'));
  story.report(
    `     ${awards.length} building awards applied for; they wait for the acceptance of their stations`,
  );
  await refused(story, 'AWARD_NOT_ACCEPTED', () => approve(story, awards[0] ?? ''));
  return awards;
}

/** Step 7, first half: awards follow acceptance; finance approves and pays them. */
export async function payAwards(
  story: Story,
  {
    budgetPlanId,
    stations,
    applied,
  }: {
    readonly budgetPlanId: string;
    readonly stations: readonly BuiltStation[];
    readonly applied: readonly string[];
  },
): Promise<void> {
  await awaitAccepted(story, applied);
  story.report(`  7  ${applied.length} building awards accepted, by the acceptance of their stations`);
  const demonstration = stations.filter(({ unit }) => unit.demonstration);
  const more = await forEach(demonstration, ({ id }) => apply(story, budgetPlanId, id, 'DEMONSTRATION'));
  // One after the other: all money of a county and year goes through one ledger.
  for (const [at, awardId] of [...applied, ...more].entries()) await pay(story, awardId, at + 1);
  const paid = applied.length * REWARDS.BUILDING + more.length * REWARDS.DEMONSTRATION;
  story.report(`     ${applied.length + more.length} awards approved and paid: ${yuanText(paid)}`);
}

async function apply(
  { graph }: Story,
  budgetPlanId: string,
  stationId: string,
  kind: keyof typeof REWARDS,
): Promise<string> {
  const { applyForAward } = await graph.ask('yidu-bureau', APPLY_FOR_AWARD, {
    input: {
      budgetPlanId,
      stationId,
      kind,
      amountFen: fenOf(REWARDS[kind]),
      idempotencyKey: `demo-award-${kind}-${stationId}`,
    },
  });
  return applyForAward.award.id;
}

async function approve({ graph }: Story, awardId: string): Promise<string> {
  const { approveAward } = await graph.ask('yidu-finance', APPROVE_AWARD, {
    input: { awardId, idempotencyKey: `demo-approve-${awardId}` },
  });
  return approveAward.payment.id;
}

async function pay(story: Story, awardId: string, number: number): Promise<void> {
  const paymentId = await approve(story, awardId);
  await story.graph.ask('yidu-finance', MAKE_PAYMENT, {
    input: {
      paymentId,
      voucherNo: `${DEMO}-奖补-${number}`,
      paidOn: dayOfPayment(),
      idempotencyKey: `demo-pay-${paymentId}`,
    },
  });
}

async function awaitAccepted({ graph }: Story, applied: readonly string[]): Promise<void> {
  await eventually({
    what: `${applied.length} awards accepted in funding`,
    look: () => graph.ask('yidu-finance', AWARDS_OF_COUNTY, { within: YIDU }),
    until: ({ rewardAwards }) => {
      const accepted = rewardAwards.nodes.filter(({ status }) => status === 'ACCEPTED');
      return accepted.length === applied.length;
    },
  });
}
