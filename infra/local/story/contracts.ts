import { addDays, addYears, type CalendarDate, yearOf } from '@qianshou/kernel';
import { DEMO, demoName } from './demo.ts';
import { APPROVE_PAYMENT, MAKE_PAYMENT, REQUEST_PAYMENT, SIGN_CONTRACT } from './funding-operations.ts';
import { WHOLE_YEAR_OPERATOR } from './whole-year.ts';
import type { BuiltStation } from './stations.ts';
import { dayOfPayment, refused, type Story } from './story.ts';
import { OPERATORS } from './yidu.ts';
import { fenOf, yuanText } from './yuan.ts';

/** Invented amounts of a year's service in a station. */
const YEARLY = { demonstration: 180_000, ordinary: 120_000 } as const;

/** FUN-12: half at signing, the rest after the evaluations; a split for the demonstration, no norm says it. */
const INSTALLMENTS = [
  { condition: 'SIGNING', perMille: 500 },
  { condition: 'MID_TERM_EVALUATION', perMille: 300 },
  { condition: 'FINAL_EVALUATION', perMille: 200 },
] as const;

export interface SignedContract {
  readonly id: string;
  readonly stationIds: readonly string[];
  readonly yuan: number;
  readonly operator: number;
}

/** Step 7, second half: a contract with each operator for its stations, and the first half of the money. */
export async function contractOperators(
  story: Story,
  budgetPlanId: string,
  stations: readonly BuiltStation[],
): Promise<readonly SignedContract[]> {
  const contracts: SignedContract[] = [];
  for (const operator of OPERATORS) {
    const own = stations.filter(({ unit }) => unit.operator === operator);
    const contract = await sign(story, budgetPlanId, own);
    await payFirstHalf(story, contract);
    contracts.push(contract);
  }
  const sum = contracts.reduce((total, { yuan }) => total + yuan, 0);
  story.report(
    `     ${contracts.length} contracts signed: ${yuanText(sum)}; first payments: ${yuanText(sum / 2)}`,
  );
  const [first] = contracts;
  if (first !== undefined) await refuseBeyondContract(story, first);
  return contracts;
}

async function sign(
  { graph, today }: Story,
  budgetPlanId: string,
  own: readonly BuiltStation[],
): Promise<SignedContract> {
  const operator = own[0]?.unit.operator ?? 0;
  const yuan = own.reduce(
    (sum, { unit }) => sum + (unit.demonstration ? YEARLY.demonstration : YEARLY.ordinary),
    0,
  );
  const { signContract } = await graph.ask('yidu-bureau', SIGN_CONTRACT, {
    input: {
      budgetPlanId,
      providerAgencyId: own[0]?.operatorAgencyId,
      stationIds: own.map(({ id }) => id),
      contractNo: demoName(`宜民购${today.slice(0, 4)}-${operator}`),
      method: 'OPEN_TENDER',
      amountFen: fenOf(yuan),
      installments: INSTALLMENTS,
      ...daysOf(operator, today),
      idempotencyKey: `demo-contract-${operator}-${budgetPlanId}`,
    },
  });
  return { id: signContract.contract.id, stationIds: own.map(({ id }) => id), yuan, operator };
}

/** One contract is of the calendar year, so that its final evaluation falls into the story. */
function daysOf(operator: number, today: CalendarDate) {
  if (operator !== WHOLE_YEAR_OPERATOR)
    return { signedOn: today, startsOn: today, endsOn: addDays(addYears(today, 1), -1) };
  const year = yearOf(today);
  const days = { startsOn: `${year}-01-01`, endsOn: `${year}-12-31` };
  return { signedOn: today, ...days, lateSigningReason: `本年度服务已按原协议开展,补签合同(${DEMO})` };
}

/** Asked for by the bureau, approved and paid by finance: never by the same person (FUN-10). */
async function payFirstHalf({ graph }: Story, { id, operator }: SignedContract): Promise<void> {
  const { requestPayment } = await graph.ask('yidu-bureau', REQUEST_PAYMENT, {
    input: { contractId: id, installmentNo: 1, idempotencyKey: `demo-request-${id}-1` },
  });
  const paymentId = requestPayment.payment.id;
  await graph.ask('yidu-finance', APPROVE_PAYMENT, {
    input: { paymentId, idempotencyKey: `demo-approve-${paymentId}` },
  });
  await graph.ask('yidu-finance', MAKE_PAYMENT, {
    input: {
      paymentId,
      voucherNo: `${DEMO}-合同-${operator}-1`,
      paidOn: dayOfPayment(),
      idempotencyKey: `demo-pay-${paymentId}`,
    },
  });
}

/** FUN-13: all payments of a contract together never exceed it. */
async function refuseBeyondContract(story: Story, { id, yuan }: SignedContract): Promise<void> {
  await refused(story, 'PAYMENT_BEYOND_CONTRACT', () =>
    story.graph.ask('yidu-bureau', REQUEST_PAYMENT, {
      input: {
        contractId: id,
        installmentNo: 2,
        amountFen: fenOf(yuan),
        idempotencyKey: `demo-request-${id}-beyond`,
      },
    }),
  );
}
