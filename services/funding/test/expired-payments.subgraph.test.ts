import { chinaDay } from '@qianshou/kernel';
import { mend, type Mended } from '@qianshou/service-kit/mending';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { anAgencyId } from './builders.ts';
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

const payment = async (id: string) => {
  const { data } = await graph.execute(
    'query ($id: ID!) { payment(id: $id) { status overdueSince returnReason returnedBy returnNote paidBy paidOn allowedActions } }',
    { id },
    finance,
  );
  return data.payment;
};
const overdue = async () => {
  const { data } = await graph.execute(
    '{ payments(where: { overdue: true }) { nodes { id } } }',
    {},
    finance,
  );
  return data.payments.nodes.map(({ id }: { id: string }) => id);
};

describe('payments that nobody finishes', () => {
  it('expire when nobody approved them, and what was paid is left alone', async () => {
    await paid(graph, contractId, { amountFen: '4000000' });
    const id = await requested(graph, contractId, { amountFen: '1000000' });

    pass(29);
    await runJob();
    const before = await balances(graph);
    pass(2);
    const late = await run(graph, finance, 'approvePayment', { paymentId: id });
    await runJob();
    await runJob();

    expect(before).toMatchObject({ RESERVED: '1000000' });
    expect(late.code).toBe('RESERVATION_EXPIRED');
    expect(await balances(graph)).toMatchObject({
      RESERVED: '0',
      COMMITTED: '16000000',
      DISBURSED: '4000000',
    });
    expect((await told(graph, 'payment-returned'))?.data).toMatchObject({
      paymentId: id,
      wasPaid: false,
      reason: 'EXPIRED',
    });
    expect(await reconciled(graph)).toMatchObject({ balanced: true, entries: 6 });
    expect(await payment(id)).toMatchObject({
      status: 'RETURNED',
      returnReason: 'EXPIRED',
      returnedBy: 'system',
      returnNote: 'Nobody approved it in its time: the reservation expired.',
    });
  });

  it('FUN-12 never expire once approved: overdue, they keep their money until a person settles them', async () => {
    const paidOn = chinaDay(now);
    const [first, second] = await Promise.all(
      ['1000000', '2000000'].map(async (amountFen) => {
        const paymentId = await requested(graph, contractId, { amountFen });
        await run(graph, finance, 'approvePayment', { paymentId });
        return paymentId;
      }),
    );
    pass(31);
    await runJob();
    await runJob();

    expect(await balances(graph)).toMatchObject({ RESERVED: '3000000', DISBURSED: '4000000' });
    expect(await payment(first as string)).toMatchObject({
      status: 'APPROVED',
      overdueSince: expect.any(String),
      allowedActions: ['INSTRUCT_PAYMENT', 'MAKE_PAYMENT', 'RETURN_PAYMENT'],
    });
    expect(new Set(await overdue())).toEqual(new Set([first, second]));
    const events = (await graph.outbox()).filter(
      ({ type }) => type === 'qianshou.funding.payment-overdue.v1',
    );
    expect(events).toHaveLength(2);

    await run(graph, finance, 'makePayment', { paymentId: first, voucherNo: '凭证-2', paidOn });
    await run(graph, finance, 'returnPayment', { paymentId: second, reason: 'FAILED', note: '账号有误' });

    expect(await payment(first as string)).toMatchObject({ status: 'PAID', paidOn, paidBy: 'yidu-finance' });
    expect(await payment(second as string)).toMatchObject({
      status: 'RETURNED',
      returnReason: 'FAILED',
      returnedBy: 'yidu-finance',
    });
    expect(await overdue()).toEqual([]);
    expect(await balances(graph)).toMatchObject({ RESERVED: '0', DISBURSED: '5000000' });
    expect((await told(graph, 'payment-made'))?.data).toMatchObject({
      paymentId: first,
      providerId: anAgencyId(),
      by: 'yidu-finance',
      wasOverdue: true,
    });
    expect(await reconciled(graph)).toMatchObject({ balanced: true });
  });
});

describe('mend, of approved payments that once expired by themselves', () => {
  it('only lists them, with what a person has to do', async () => {
    const id = await requested(graph, contractId, { amountFen: '1000000' });
    const approval = { approvedBy: 'finance', status: 'RETURNED' };
    const returned = { reason: 'EXPIRED', note: 'x', by: 'system', at: now };
    const payments = graph.connection.collection<{ readonly _id: string }>('payments');
    await payments.updateOne({ _id: id }, { $set: { ...approval, returned } });
    const before = await payments.findOne({ _id: id });
    const found: Mended[] = [];

    await mend({
      mendings: graph.mendings ?? [],
      dryRun: false,
      onMended: (each) => found.push(each),
    });

    expect(found).toMatchObject([{ kind: 'approved-payment-expired', id, refused: null }]);
    expect(found[0]?.byHand).toContain('makePayment');
    expect(await payments.findOne({ _id: id })).toEqual(before);
  });
});
