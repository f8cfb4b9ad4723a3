import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import {
  approved,
  balances,
  bothHats,
  bureau,
  elsewhere,
  finance,
  type FundingGraph,
  fundingGraph,
  paid,
  payInput,
  provider,
  reconciled,
  requested,
  run,
  signed,
  startOver,
  told,
  today,
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

const request = (changes: Record<string, unknown> = {}, actor = bureau) =>
  run(graph, actor, 'requestPayment', { contractId, installmentNo: 1, ...changes });
const approve = (paymentId: string, actor = finance) => run(graph, actor, 'approvePayment', { paymentId });
const make = (paymentId: string, changes = {}, actor = finance) =>
  run(graph, actor, 'makePayment', payInput(paymentId, changes));
const giveBack = (paymentId: string, reason: string, actor = finance) =>
  run(graph, actor, 'returnPayment', { paymentId, reason, note: '演示' });

describe('requestPayment', () => {
  it('FUN-12 sets the installment aside, which was due at signing', async () => {
    const { data } = await request();

    expect(data.requestPayment.payment).toMatchObject({
      status: 'REQUESTED',
      amount: { fen: '10000000', yuan: '100,000.00' },
      installmentNo: 1,
      allowedActions: [],
    });
    expect(await balances(graph)).toMatchObject({ COMMITTED: '10000000', RESERVED: '10000000' });
    expect((await told(graph, 'payment-requested'))?.data).toMatchObject({
      contractId,
      amountFen: '10000000',
    });
  });

  it.each([2, 3])(
    'FUN-12 is refused for installment %i, whose evaluation has not taken place',
    async (no) => {
      expect(await request({ installmentNo: no })).toMatchObject({
        code: 'PAYMENT_CONDITION_NOT_MET',
        details: { rule: 'FUN-12', installmentNo: no },
      });
    },
  );

  it('FUN-13 is refused beyond the contract, and changes nothing', async () => {
    await requested(graph, contractId);
    const before = await graph.outbox();

    expect(await request({ installmentNo: 2, amountFen: '20000000' })).toMatchObject({
      code: 'PAYMENT_BEYOND_CONTRACT',
      details: { rule: 'FUN-13', availableFen: '10000000', askedFen: '20000000' },
    });
    expect(await graph.outbox()).toEqual(before);
  });

  it('is paid in parts up to the installment', async () => {
    await requested(graph, contractId, { amountFen: '9999999' });

    expect((await request({ amountFen: '2' })).code).toBe('PAYMENT_BEYOND_INSTALLMENT');
    expect((await request()).data.requestPayment.payment.amount.fen).toBe('1');
  });

  it.each([
    ['an installment that there is not', { installmentNo: 4 }, 'CONTRACT_INSTALLMENT_UNKNOWN'],
    ['nothing', { amountFen: '0' }, 'BAD_USER_INPUT'],
    ['more than 64 bits', { amountFen: '9999999999999999999' }, 'BAD_USER_INPUT'],
    [
      'a contract that there is not',
      { contractId: 'con_01900000-0000-7000-8000-000000000099' },
      'CONTRACT_NOT_FOUND',
    ],
  ])('is refused for %s', async (_case, changes, code) => {
    expect((await request(changes)).code).toBe(code);
  });
});

describe('approvePayment and makePayment', () => {
  it('pay in two steps what was set aside, and tell so', async () => {
    const id = await requested(graph, contractId);
    const early = await make(id);

    const ok = await approve(id);
    const { data } = await make(id);

    expect(early.code).toBe('FUNDING_STATUS_WRONG');
    expect(ok.data.approvePayment.payment).toMatchObject({ status: 'APPROVED', approvedBy: finance.subject });
    expect(data.makePayment.payment).toMatchObject({ status: 'PAID', voucherNo: '凭证-1', paidOn: today });
    expect(await balances(graph)).toMatchObject({
      RESERVED: '0',
      DISBURSED: '10000000',
      COMMITTED: '10000000',
    });
    expect((await told(graph, 'payment-made'))?.data).toMatchObject({
      paymentId: id,
      installmentNo: 1,
      paidOn: today,
    });
    const { data: read } = await graph.execute(
      `{ contract(id: "${contractId}") { paid { fen } installments { status paid { fen } requested { fen } } } }`,
    );
    expect(read.contract).toMatchObject({
      paid: { fen: '10000000' },
      installments: [
        { status: 'PAID', requested: { fen: '10000000' } },
        { status: 'PENDING' },
        { status: 'PENDING' },
      ],
    });
  });

  it('FUN-10 are refused to who asked, also with finance’s own role', async () => {
    const id = await requested(graph, contractId);

    expect((await approve(id, bothHats)).code).toBe('FUNDING_FOUR_EYES');
    await approve(id);
    expect((await make(id, {}, bothHats)).code).toBe('FUNDING_FOUR_EYES');
  });

  it('refuse a day in the future, an empty voucher, a stale version and another county', async () => {
    const id = await requested(graph, contractId);
    await approve(id);

    expect((await make(id, { paidOn: '2099-01-01' })).code).toBe('FUNDING_DAY_IN_FUTURE');
    expect((await make(id, { voucherNo: ' ' })).code).toBe('BAD_USER_INPUT');
    expect((await make(id, { expectedVersion: 1 })).code).toBe('VERSION_CONFLICT');
    const foreign = { ...finance, grants: [{ ...elsewhere.grants[0], role: 'FINANCE_AUDITOR' as const }] };
    expect((await make(id, {}, foreign)).code).toBe('PAYMENT_NOT_FOUND');
  });
});

describe('returnPayment', () => {
  it('frees what was set aside', async () => {
    const id = await requested(graph, contractId);

    const { data } = await giveBack(id, 'REFUSED');

    expect(data.returnPayment.payment).toMatchObject({ status: 'RETURNED', returnReason: 'REFUSED' });
    expect(await balances(graph)).toMatchObject({ RESERVED: '0', COMMITTED: '20000000' });
    expect((await told(graph, 'payment-returned'))?.data).toMatchObject({ wasPaid: false });
    expect((await request()).code).toBeUndefined();
  });

  it('keeps what was paid on record when it came back, and frees it', async () => {
    const id = await paid(graph, contractId);

    await giveBack(id, 'CAME_BACK');

    expect(await balances(graph)).toMatchObject({
      DISBURSED: '10000000',
      RETURNED: '-10000000',
      COMMITTED: '20000000',
    });
    expect((await told(graph, 'payment-returned'))?.data).toMatchObject({ wasPaid: true });
    expect(await paid(graph, contractId)).toMatch(/^pay_/);
  });

  it('reverses the entry of a payment that was recorded in error, once', async () => {
    const id = await paid(graph, contractId);

    await giveBack(id, 'RECORDED_IN_ERROR');
    const again = await giveBack(id, 'RECORDED_IN_ERROR');

    expect(again.code).toBe('FUNDING_STATUS_WRONG');
    expect(await balances(graph)).toMatchObject({ DISBURSED: '0', RESERVED: '0', COMMITTED: '20000000' });
    expect(await reconciled(graph)).toMatchObject({ balanced: true, entries: 6 });
  });

  it('is refused for reasons that do not fit, and FUN-10 to who asked once it was paid', async () => {
    const id = await requested(graph, contractId);
    const unpaid = await giveBack(id, 'CAME_BACK');
    await approve(id);
    await make(id);

    expect(unpaid.code).toBe('FUNDING_STATUS_WRONG');
    expect((await giveBack(id, 'REFUSED')).code).toBe('FUNDING_STATUS_WRONG');
    expect((await giveBack(id, 'EXPIRED')).code).toBe('BAD_USER_INPUT');
    expect((await giveBack(id, 'CAME_BACK', bothHats)).code).toBe('FUNDING_FOUR_EYES');
  });
});

describe('payment and payments', () => {
  const READ = 'query ($id: ID!) { payment(id: $id) { id payee { id } contract { id } award { id } } }';
  const LIST = `query ($where: PaymentFilter) { payments(where: $where) { nodes { id } totalCount } }`;

  it('are seen by the authorities and by the payee, by nobody else', async () => {
    const id = await requested(graph, contractId);

    for (const actor of [bureau, finance, provider]) {
      expect((await graph.execute(READ, { id }, actor)).data.payment).toMatchObject({
        id,
        contract: { id: contractId },
      });
      expect((await graph.execute(LIST, {}, actor)).data.payments.totalCount).toBe(1);
    }
    const stranger = {
      subject: 'stranger',
      grants: [{ role: 'AGENCY_MANAGER' as const, agencyId: 'agy_other' }],
    };
    for (const actor of [elsewhere, stranger]) {
      expect((await graph.execute(READ, { id }, actor)).data.payment).toBeNull();
      expect((await graph.execute(LIST, {}, actor)).data.payments.totalCount).toBe(0);
    }
  });

  it('are found by contract and status', async () => {
    const id = await requested(graph, contractId);
    const where = { contractId: { eq: contractId }, status: { in: ['REQUESTED'] } };

    expect((await graph.execute(LIST, { where }, bureau)).data.payments.nodes).toEqual([{ id }]);
    const paidOnly = { ...where, status: { in: ['PAID'] } };
    expect((await graph.execute(LIST, { where: paidOnly }, bureau)).data.payments.nodes).toEqual([]);
  });
});
