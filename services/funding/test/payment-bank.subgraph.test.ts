import { addDays } from '@qianshou/kernel';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import {
  approved,
  balances,
  bothHats,
  bureau,
  finance,
  type FundingGraph,
  fundingGraph,
  payInput,
  reconciled,
  requested,
  run,
  signed,
  startOver,
  today,
  told,
} from './under-test.ts';

let graph: FundingGraph;
let contractId: string;

beforeAll(async () => {
  graph = await fundingGraph();
});
beforeEach(async () => {
  await startOver(graph);
  contractId = await signed(graph, await approved(graph));
});
afterAll(() => graph.stop());

const approvedPayment = async (changes: Record<string, unknown> = {}) => {
  const paymentId = await requested(graph, contractId, changes);
  await run(graph, finance, 'approvePayment', { paymentId });
  return paymentId;
};
const instruct = (paymentId: string, changes: Record<string, unknown> = {}, actor = finance) =>
  run(graph, actor, 'instructPayment', { paymentId, instructedOn: today, ...changes });
const pay = (paymentId: string, changes: Record<string, unknown> = {}) =>
  run(graph, finance, 'makePayment', payInput(paymentId, changes));
const refund = (
  paymentId: string,
  amountFen: string,
  changes: Record<string, unknown> = {},
  actor = finance,
) =>
  run(graph, actor, 'refundPayment', {
    paymentId,
    amountFen,
    receivedOn: today,
    slipNo: '退款-1',
    note: '演示:部分退款',
    ...changes,
  });

const READ = `query ($id: ID!) { payment(id: $id) { status net { fen } instructedBy instructedOn allowedActions
  invoice { no sha256 } refunds { no amount { fen } by } contract { paid { fen } installments { paid { fen } } } } }`;
const read = async (id: string) => (await graph.execute(READ, { id }, finance)).data.payment;

const DIGEST = 'A'.repeat(64);

describe('instructPayment, and what the bank answers', () => {
  it('FUN-10 goes to the bank by a second person, and is paid from there', async () => {
    const paymentId = await approvedPayment();

    expect((await instruct(paymentId, {}, bothHats)).code).toBe('FUNDING_FOUR_EYES');
    expect((await instruct(paymentId, { instructedOn: addDays(today, 1) })).code).toBe(
      'FUNDING_DAY_IN_FUTURE',
    );
    expect((await instruct(paymentId)).errors).toEqual([]);
    expect(await read(paymentId)).toMatchObject({
      status: 'INSTRUCTED',
      instructedBy: finance.subject,
      instructedOn: today,
      allowedActions: ['MAKE_PAYMENT', 'RETURN_PAYMENT'],
    });
    expect((await told(graph, 'payment-instructed'))?.data).toMatchObject({ instructedOn: today });
    expect((await pay(paymentId)).data.makePayment.payment.status).toBe('PAID');
  });

  it('FUN-12 is BANK_RETURNED when the bank did not pay; the installment is asked for again', async () => {
    const paymentId = await approvedPayment();
    await instruct(paymentId);

    const refused = await run(graph, finance, 'returnPayment', {
      paymentId,
      reason: 'REFUSED',
      note: '演示',
    });
    const failed = await run(graph, finance, 'returnPayment', { paymentId, reason: 'FAILED', note: '演示' });

    expect(refused.code).toBe('FUNDING_STATUS_WRONG');
    expect(failed.data.returnPayment.payment.status).toBe('BANK_RETURNED');
    expect((await instruct(paymentId)).code).toBe('FUNDING_STATUS_WRONG');
    expect(await balances(graph)).toMatchObject({ RESERVED: '0', COMMITTED: '20000000' });
    expect((await pay(await approvedPayment())).errors).toEqual([]);
    expect((await reconciled(graph)).balanced).toBe(true);
  });
});

describe('papers of payments', () => {
  it('stand on one payment of a county and year, by number and by digest', async () => {
    const first = await approvedPayment({ amountFen: '1000', invoice: { no: '发票-1', sha256: DIGEST } });
    const second = await approvedPayment({ amountFen: '1000' });
    await pay(first, { voucherNo: '凭证-1', slipSha256: DIGEST });

    const sameInvoice = { contractId, installmentNo: 1, amountFen: '1', invoice: { no: '发票-1' } };
    const sameScan = { ...sameInvoice, invoice: { no: '发票-2', sha256: DIGEST.toLowerCase() } };
    const codes = [
      (await run(graph, bureau, 'requestPayment', sameInvoice)).code,
      (await run(graph, bureau, 'requestPayment', sameScan)).code,
      (await pay(second, { voucherNo: '凭证-1' })).code,
      (await pay(second, { voucherNo: '凭证-2', slipSha256: DIGEST })).code,
      (await pay(second, { voucherNo: '凭证-2', slipSha256: 'no digest' })).code,
    ];

    expect(codes).toEqual([
      'PAYMENT_INVOICE_TAKEN',
      'PAYMENT_INVOICE_TAKEN',
      'PAYMENT_VOUCHER_TAKEN',
      'PAYMENT_VOUCHER_TAKEN',
      'BAD_USER_INPUT',
    ]);
    expect((await read(first)).invoice).toEqual({ no: '发票-1', sha256: DIGEST.toLowerCase() });
  });
});

describe('refundPayment', () => {
  it('FUN-13 gives parts of the paid back to their sources, never more than is paid', async () => {
    const paymentId = await approvedPayment();
    await pay(paymentId);

    expect((await refund(paymentId, '10000001')).code).toBe('REFUND_ABOVE_PAID');
    expect((await refund(paymentId, '0')).code).toBe('BAD_USER_INPUT');
    expect((await refund(paymentId, '1', {}, bothHats)).code).toBe('FUNDING_FOUR_EYES');
    expect((await refund(paymentId, '1', { receivedOn: addDays(today, -1) })).code).toBe(
      'REFUND_BEFORE_PAYMENT',
    );
    await Promise.all([refund(paymentId, '6000000'), refund(paymentId, '6000000')]);
    await refund(paymentId, '1000000');

    const known = await read(paymentId);
    expect(known).toMatchObject({
      status: 'PAID',
      net: { fen: '3000000' },
      contract: { paid: { fen: '3000000' } },
    });
    expect(known.refunds).toMatchObject([{ amount: { fen: '6000000' } }, { amount: { fen: '1000000' } }]);
    expect(await balances(graph)).toMatchObject({
      DISBURSED: '10000000',
      RETURNED: '-7000000',
      COMMITTED: '17000000',
    });
    expect((await told(graph, 'payment-refunded'))?.data).toMatchObject({
      refundFen: '1000000',
      givenBack: false,
    });
  });

  it('leaves the rest to come back, and no entry to be reversed', async () => {
    const paymentId = await approvedPayment();
    await pay(paymentId);
    await refund(paymentId, '4000000');
    const back = (reason: string) =>
      run(graph, finance, 'returnPayment', { paymentId, reason, note: '演示' });

    expect((await back('RECORDED_IN_ERROR')).code).toBe('PAYMENT_REFUNDED');
    expect((await back('CAME_BACK')).errors).toEqual([]);
    expect(await balances(graph)).toMatchObject({ RETURNED: '-10000000', COMMITTED: '20000000' });
    expect((await reconciled(graph)).balanced).toBe(true);
    expect((await pay(await approvedPayment())).errors).toEqual([]);
  });
});
