import { yearOf } from '@qianshou/kernel';
import type { SignedContract } from './contracts.ts';
import { DEMO, demoName } from './demo.ts';
import { eventually } from './eventually.ts';
import { APPROVE_PAYMENT, MAKE_PAYMENT, REQUEST_PAYMENT } from './funding-operations.ts';
import {
  ADJUST_BUDGET,
  APPROVE_ADJUSTMENT,
  CONDITIONS_OF,
  EVALUATE_CONTRACT,
  INSTRUCT_PAYMENT,
  PUBLISH_ACCEPTANCE,
  RECONCILE,
  RECORD_ACCEPTANCE,
  REFUND_PAYMENT,
  RETURN_PAYMENT,
} from './money-operations.ts';
import { EVALUATE_STATION } from './station-operations.ts';
import { dayOfPayment, refused, type Story } from './story.ts';
import { WHOLE_YEAR_OPERATOR } from './whole-year.ts';
import { YIDU } from './yidu.ts';
import { fenOf, yuanText } from './yuan.ts';

/** The one whose contract is graded unqualified. */
const FAILING_OPERATOR = 4;

const REFUND = 10_000;

/** The money of a year after its first half was paid: adjusted, earned, returned, corrected, accepted and reconciled. */
export async function followTheMoney(
  story: Story,
  budgetPlanId: string,
  contracts: readonly SignedContract[],
): Promise<void> {
  await adjust(story, budgetPlanId);
  const whole = contractOf(contracts, WHOLE_YEAR_OPERATOR);
  await refused(story, 'PAYMENT_CONDITION_NOT_MET', () => request(story, whole.id, 2, 'early'));
  await evaluateService(story, whole);
  const second = await payLate(story, whole);
  const third = await payInError(story, whole);
  story.report(`     50/30/20 of ${yuanText(whole.yuan)} paid in full: the last ${yuanText(third)}`);
  await refund(story, whole, second);
  await accept(story, whole);
  await failEvaluation(story, contractOf(contracts, FAILING_OPERATOR));
  await reconcile(story);
}

function contractOf(contracts: readonly SignedContract[], operator: number): SignedContract {
  const found = contracts.find((each) => each.operator === operator);
  if (found === undefined) throw new Error(`operator ${operator} has no contract`);
  return found;
}

/** The total stays, charity takes over a part of the grant from above. */
async function adjust({ graph, report, today }: Story, budgetPlanId: string): Promise<void> {
  const keyed = (step: string) => ({ budgetPlanId, idempotencyKey: `demo-${step}-${budgetPlanId}` });
  await graph.ask('yidu-bureau', ADJUST_BUDGET, {
    input: {
      ...keyed('adjust'),
      kind: 'TRANSFER',
      plannedFen: fenOf(2_200_000),
      lines: [
        { kind: 'ASSISTANCE_FUND_SHARE', amountFen: fenOf(1_500_000) },
        { kind: 'SUPERIOR_GRANT', amountFen: fenOf(280_000), note: `上级专项拨款(${DEMO})` },
        { kind: 'CHARITY', amountFen: fenOf(20_000), note: `慈善捐赠(${DEMO})` },
      ],
      document: demoName(`预算调剂${yearOf(today)}-1号`),
      reason: `慈善资金到位,相应调减上级专项(${DEMO})`,
    },
  });
  await graph.ask('yidu-finance', APPROVE_ADJUSTMENT, { input: keyed('approve-adjustment') });
  report(`     budget adjusted: ${yuanText(20_000)} of charity in place of the grant; total and top-up stay`);
}

/** Mid-term and final evaluation of its stations: what the second and the third installment wait for. */
async function evaluateService({ graph, today }: Story, contract: SignedContract): Promise<void> {
  for (const kind of ['MID_TERM', 'FINAL'] as const) {
    for (const [at, stationId] of contract.stationIds.entries()) {
      await graph.ask('evaluator', EVALUATE_STATION, {
        input: {
          stationId,
          year: yearOf(today),
          kind,
          score: 92 - 12 * at,
          evaluator: demoName('第三方评估机构'),
          idempotencyKey: `demo-evaluate-${kind}-${stationId}`,
        },
      });
    }
  }
  await eventually({
    what: 'the evaluations, known to funding',
    look: () => graph.ask('yidu-finance', CONDITIONS_OF, { id: contract.id }),
    until: ({ contract: seen }) => seen?.installments.every(({ metOn }) => metOn !== null) === true,
  });
}

async function request({ graph }: Story, contractId: string, no: number, why: string): Promise<string> {
  const { requestPayment } = await graph.ask('yidu-bureau', REQUEST_PAYMENT, {
    input: { contractId, installmentNo: no, idempotencyKey: `demo-request-${contractId}-${no}-${why}` },
  });
  return requestPayment.payment.id;
}

async function approved(story: Story, contract: SignedContract, no: number, why: string): Promise<string> {
  const paymentId = await request(story, contract.id, no, why);
  const input = { paymentId, idempotencyKey: `demo-approve-${paymentId}` };
  await story.graph.ask('yidu-finance', APPROVE_PAYMENT, { input });
  return paymentId;
}

async function pay({ graph }: Story, paymentId: string, slip: string): Promise<void> {
  const input = {
    paymentId,
    voucherNo: `${DEMO}-${slip}`,
    paidOn: dayOfPayment(),
    idempotencyKey: `demo-pay-${paymentId}`,
  };
  await graph.ask('yidu-finance', MAKE_PAYMENT, { input });
}

/** The bank sends the first instruction back; the second one is paid. */
async function payLate(story: Story, contract: SignedContract): Promise<string> {
  const { graph, report } = story;
  const first = await approved(story, contract, 2, 'first');
  const input = { paymentId: first, instructedOn: dayOfPayment(), idempotencyKey: `demo-instruct-${first}` };
  await graph.ask('yidu-finance', INSTRUCT_PAYMENT, { input });
  const { returnPayment } = await returned(story, first, {
    reason: 'FAILED',
    note: `账号有误,银行退回(${DEMO})`,
  });
  const second = await approved(story, contract, 2, 'second');
  await pay(story, second, `合同-${contract.operator}-2`);
  report(
    `     after the mid-term evaluation 30 %: ${returnPayment.payment.status} by the bank first, then paid`,
  );
  return second;
}

/** Entered as paid although it was not: the entry is reversed by another one, and it is paid once. */
async function payInError(story: Story, contract: SignedContract): Promise<number> {
  const wrong = await approved(story, contract, 3, 'first');
  await pay(story, wrong, `合同-${contract.operator}-3-误`);
  await returned(story, wrong, { reason: 'RECORDED_IN_ERROR', note: `误记,实际未付(${DEMO})` });
  const right = await approved(story, contract, 3, 'second');
  await pay(story, right, `合同-${contract.operator}-3`);
  story.report('     a payment that was entered by mistake is reversed, and paid once');
  return contract.yuan / 5;
}

function returned({ graph }: Story, paymentId: string, said: { reason: string; note: string }) {
  const input = { paymentId, ...said, idempotencyKey: `demo-return-${paymentId}` };
  return graph.ask('yidu-finance', RETURN_PAYMENT, { input });
}

/** A part comes back from the provider to where it came from, and is paid again once it is earned. */
async function refund(story: Story, contract: SignedContract, paymentId: string): Promise<void> {
  const { graph, report } = story;
  const { refundPayment } = await graph.ask('yidu-finance', REFUND_PAYMENT, {
    input: {
      paymentId,
      amountFen: fenOf(REFUND),
      receivedOn: dayOfPayment(),
      slipNo: `${DEMO}-退款-1`,
      note: `部分服务未开展(${DEMO})`,
      idempotencyKey: `demo-refund-${paymentId}`,
    },
  });
  report(`     ${yuanText(REFUND)} refunded; ${refundPayment.payment.net?.yuan ?? '?'} yuan of it stay paid`);
  const again = await approved(story, contract, 2, 'again');
  await pay(story, again, `合同-${contract.operator}-2-补`);
}

/** FUN-9, FUN-10: recipients are asked, another person than the buyer accepts, and everybody can read it. */
async function accept(story: Story, { id: contractId }: SignedContract): Promise<void> {
  const { graph, report, today } = story;
  const record = {
    contractId,
    acceptedOn: today,
    recipientsInvited: 12,
    satisfied: 10,
    neutral: 2,
    opinion: `多数服务对象认可,建议增加入户探访(${DEMO})`,
    result: 'PASSED',
    idempotencyKey: `demo-accept-${contractId}`,
  };
  await refused(story, 'FUNDING_FOUR_EYES', () =>
    graph.ask('yidu-bureau', RECORD_ACCEPTANCE, { input: record }),
  );
  await graph.ask('yidu-acceptance', RECORD_ACCEPTANCE, { input: record });
  const publication = { contractId, acceptanceNo: 1, publishedOn: today };
  await graph.ask('yidu-bureau', PUBLISH_ACCEPTANCE, {
    input: {
      ...publication,
      publicUrl: 'https://example.gov.cn/demo/acceptance/1',
      idempotencyKey: `demo-publish-${contractId}`,
    },
  });
  report(
    '     service accepted with the opinion of 12 recipients, by another person than the buyer; published',
  );
}

/** FUN-14: a contract that is graded unqualified bars its provider from the purchases of the next year. */
async function failEvaluation(
  { graph, report, today }: Story,
  { id, operator }: SignedContract,
): Promise<void> {
  const { evaluateContract } = await graph.ask('evaluator', EVALUATE_CONTRACT, {
    input: {
      contractId: id,
      year: yearOf(today),
      scores: { professional: 52, financial: 55, purchaser: 50, overseer: 54 },
      evaluator: demoName('第三方评估机构'),
      evaluatedOn: today,
      idempotencyKey: `demo-evaluate-contract-${id}`,
    },
  });
  const { grade, total, barsProviderIn } = evaluateContract.evaluation;
  report(
    `     contract of operator ${operator}: ${total} points, ${grade}; barred from purchases of ${barsProviderIn}`,
  );
}

async function reconcile({ graph, report, today }: Story): Promise<void> {
  const { reconciliation } = await eventually({
    what: "journal and events of Yidu's year, alike to the fen",
    look: () => graph.ask('yidu-finance', RECONCILE, { countyCode: YIDU, year: yearOf(today) }),
    until: ({ reconciliation: { figures } }) => figures.every(({ difference }) => difference.fen === '0'),
  });
  const { balanced, entries, findings } = reconciliation;
  if (!balanced || findings.length > 0) throw new Error('the books of Yidu do not balance');
  report(`     reconciled: ${entries} journal entries, difference 0 fen in every account and figure`);
}
