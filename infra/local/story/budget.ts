import { yearOf } from '@qianshou/kernel';
import { DEMO } from './demo.ts';
import { eventually } from './eventually.ts';
import { APPROVE_BUDGET, DRAFT_BUDGET, SUBMIT_BUDGET } from './funding-operations.ts';
import { Refusal } from './refusal.ts';
import { refused, type Story } from './story.ts';
import { YIDU } from './yidu.ts';
import { fenOf, yuanText } from './yuan.ts';

/** The article's 200余万元; last year's fund and the grant are invented. */
const PLANNED = 2_200_000;
const LAST_YEARS_FUND = 50_000_000;
const CAP = 1_500_000;
const ABOVE_THE_CAP = 1_600_000;
const SUPERIOR_GRANT = 300_000;

/** Step 2: the budget within the 3 %, the city's top-up computed, four eyes on it. */
export async function approveBudget(story: Story): Promise<string> {
  const { graph, report } = story;
  await awaitPolicy(story);
  report(`  2  budget of ${yuanText(PLANNED)}, of it ${yuanText(ABOVE_THE_CAP)} of last year's fund:`);
  await refused(story, 'BUDGET_SHARE_ABOVE_CAP', () => draft(story, ABOVE_THE_CAP));
  const { id: budgetPlanId, topUp } = await draft(story, CAP);
  report(`     with ${yuanText(CAP)}, just 3 %, it stands; municipal top-up computed: ${topUp.yuan} yuan`);
  const keyed = (step: string) => ({
    input: { budgetPlanId, idempotencyKey: `demo-${step}-${budgetPlanId}` },
  });
  await graph.ask('yidu-bureau', SUBMIT_BUDGET, keyed('submit'));
  await refused(story, 'FORBIDDEN', () => graph.ask('yidu-bureau', APPROVE_BUDGET, keyed('approve')));
  await eventually({
    what: "the approval of Yidu's cap, known to funding",
    look: () => graph.ask('yidu-finance', APPROVE_BUDGET, keyed('approve')).catch(capNotApprovedYet),
    until: (seen) => seen !== null,
  });
  report('     approved by finance; the bureau that drafted it may not');
  return budgetPlanId;
}

async function draft({ graph, today }: Story, share: number) {
  const year = yearOf(today);
  const { draftBudget } = await graph.ask('yidu-bureau', DRAFT_BUDGET, {
    input: {
      countyCode: YIDU,
      year,
      plannedFen: fenOf(PLANNED),
      lines: [
        { kind: 'ASSISTANCE_FUND_SHARE', amountFen: fenOf(share) },
        { kind: 'SUPERIOR_GRANT', amountFen: fenOf(SUPERIOR_GRANT), note: `上级专项拨款(${DEMO})` },
      ],
      assistanceFund: {
        year: year - 1,
        amountFen: fenOf(LAST_YEARS_FUND),
        source: `上年度社会救助专项经费决算(${DEMO},虚构数额)`,
      },
      idempotencyKey: `demo-budget-${YIDU}-${year}-${share}`,
    },
  });
  return draftBudget.budgetPlan;
}

/** The policy may be known to funding before the approval of its cap is. */
function capNotApprovedYet(error: unknown): null {
  if (error instanceof Refusal && error.code === 'BUDGET_CAP_NOT_APPROVED') return null;
  throw error;
}

/** Funding measures by the county's policy, which it learns by an event: until then there is no cap to hold. */
async function awaitPolicy(story: Story): Promise<void> {
  await eventually({
    what: "Yidu's policy, known to funding",
    look: () => draft(story, ABOVE_THE_CAP).catch((error: unknown) => error),
    until: (seen) => {
      const isUnknown = seen instanceof Refusal && seen.code === 'BUDGET_CAP_UNKNOWN';
      if (seen instanceof Refusal && !isUnknown) story.graph.keep(seen);
      return !isUnknown;
    },
  });
}
