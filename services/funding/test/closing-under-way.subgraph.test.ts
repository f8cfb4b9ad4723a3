import { calendarDate, chinaDay } from '@qianshou/kernel';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { YIDU } from './builders.ts';
import {
  approved,
  bureau,
  contractInput,
  draftInput,
  finance,
  type FundingGraph,
  fundingGraph,
  payInput,
  run,
} from './under-test.ts';

let graph: FundingGraph;
let budgetPlanId: string;
let contractId: string;
const now = new Date('2026-12-31T02:00:00Z');
const today = chinaDay(now);

/** A contract of 200,000 yuan, all of it due at signing: a hundred payments of 1 % are the whole. */
beforeAll(async () => {
  graph = await fundingGraph({ now: () => now });
  const assistanceFund = { year: 2025, amountFen: '5000000000', source: '演示决算' };
  budgetPlanId = await approved(graph, draftInput({ year: 2026, assistanceFund }));
  const terms = { signedOn: today, startsOn: today, endsOn: calendarDate('2027-12-30') };
  const installments = [{ condition: 'SIGNING', perMille: 1000 }];
  const { data } = await run(
    graph,
    bureau,
    'signContract',
    contractInput(budgetPlanId, { ...terms, installments }),
  );
  contractId = data.signContract.contract.id;
});
afterAll(() => graph.stop());

const settle = () => run(graph, finance, 'settleBudget', { budgetPlanId, document: '演示决算' });

/** Asked for, approved and paid, one step after the other, as far as it goes. */
async function pay(no: number): Promise<string | undefined> {
  const asked = await run(graph, bureau, 'requestPayment', {
    contractId,
    installmentNo: 1,
    amountFen: '200000',
  });
  if (asked.code !== undefined) return asked.code;
  const paymentId = asked.data.requestPayment.payment.id as string;
  const steps = [
    () => run(graph, finance, 'approvePayment', { paymentId }),
    () => run(graph, finance, 'makePayment', payInput(paymentId, { voucherNo: `凭证-${no}`, paidOn: today })),
  ];
  for (const step of steps) {
    const { code } = await step();
    if (code !== undefined) return code;
  }
  return undefined;
}

async function booksOf(year: number) {
  const query = `{ reconciliation(countyCode: "${YIDU}", year: ${year}) {
    balanced findings { kind } accounts { account guard { fen } } } }`;
  const { data } = await graph.execute(query, {}, finance);
  expect(data.reconciliation).toMatchObject({ balanced: true, findings: [] });
  const accounts: readonly { account: string; guard: { fen: string } }[] = data.reconciliation.accounts;
  return (name: string) =>
    BigInt(accounts.find(({ account }) => account === `STATION_WORK/${name}`)?.guard.fen ?? '0');
}

describe('settleBudget while a hundred payments run', () => {
  it('waits for each that is under way; what is asked for afterwards is of the next year, and no fen is lost', async () => {
    const paying = Array.from({ length: 100 }, (_each, no) => pay(no));
    const closing: (string | undefined)[] = [];
    const closed = (async () => {
      let code: string | undefined = 'BUDGET_PAYMENTS_OPEN';
      while (code === 'BUDGET_PAYMENTS_OPEN') {
        ({ code } = await settle());
        closing.push(code);
      }
    })();

    const outcomes = await Promise.all(paying);
    await closed;

    expect(closing.at(-1)).toBeUndefined();
    expect(new Set(closing.slice(0, -1))).toEqual(
      new Set(closing.length === 1 ? [] : ['BUDGET_PAYMENTS_OPEN']),
    );
    expect(new Set(outcomes)).toEqual(
      new Set([undefined, ...outcomes.filter((code) => code === 'PAYMENT_BEFORE_BUDGET')]),
    );
    const [old, next] = [await booksOf(2026), await booksOf(2027)];
    const paid = BigInt(outcomes.filter((code) => code === undefined).length) * 200_000n;
    expect(old('RESERVED')).toBe(0n);
    expect(old('DISBURSED') + next('DISBURSED')).toBe(paid);
    expect(next('COMMITTED') + next('RESERVED')).toBe(20_000_000n - paid);
    expect(old('DISBURSED') + old('CARRIED_OVER') + old('SURPLUS')).toBe(220_000_000n);
  }, 120_000);
});
