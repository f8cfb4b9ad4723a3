import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  approved,
  balances,
  finance,
  type FundingGraph,
  fundingGraph,
  paid,
  reconciled,
  requested,
  run,
  signed,
  told,
} from './under-test.ts';

let graph: FundingGraph;
let contractId: string;
let now = new Date();

beforeAll(async () => {
  graph = await fundingGraph({ now: () => now });
  contractId = await signed(graph, await approved(graph));
});
afterAll(() => graph.stop());

const pass = (days: number) => {
  now = new Date(now.getTime() + days * 86_400_000);
};
const runJob = async () => {
  const [job] = graph.jobs ?? [];
  await job?.run();
};

describe('payments that nobody finishes', () => {
  it('are returned after their time, and what was paid is left alone', async () => {
    await paid(graph, contractId, { amountFen: '4000000' });
    const id = await requested(graph, contractId);
    await run(graph, finance, 'approvePayment', { paymentId: id });

    pass(29);
    await runJob();
    const before = await balances(graph);
    pass(2);
    const late = await run(graph, finance, 'makePayment', {
      paymentId: id,
      voucherNo: '凭证-2',
      paidOn: '2026-01-01',
    });
    await runJob();
    await runJob();

    expect(before).toMatchObject({ RESERVED: '6000000' });
    expect(late.code).toBe('RESERVATION_EXPIRED');
    expect(await balances(graph)).toMatchObject({
      RESERVED: '0',
      COMMITTED: '16000000',
      DISBURSED: '4000000',
    });
    expect((await told(graph, 'payment-returned'))?.data).toMatchObject({ paymentId: id, wasPaid: false });
    expect(await reconciled(graph)).toMatchObject({ balanced: true, entries: 6 });
    const { data } = await graph.execute(
      'query ($id: ID!) { payment(id: $id) { status returnReason } }',
      { id },
      finance,
    );
    expect(data.payment).toEqual({ status: 'RETURNED', returnReason: 'EXPIRED' });
  });
});
