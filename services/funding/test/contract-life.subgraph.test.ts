import { addDays } from '@qianshou/kernel';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import {
  approved,
  balances,
  bureau,
  finance,
  type FundingGraph,
  fundingGraph,
  paid,
  reconciled,
  requested,
  run,
  signed,
  startOver,
  today,
  told,
} from './under-test.ts';
import { anActor } from '@qianshou/testing';
import { YIDU } from './builders.ts';

let graph: FundingGraph;
let contractId: string;

/** Who accepts is another person of the bureau than who bought. */
const acceptor = anActor('COUNTY_CIVIL_AFFAIRS', { region: YIDU }, 'yidu-acceptor');

beforeAll(async () => {
  graph = await fundingGraph();
});
beforeEach(async () => {
  await startOver(graph);
  contractId = await signed(graph, await approved(graph));
});
afterAll(() => graph.stop());

const READ = `query ($id: ID!) { contract(id: $id) { status amount { fen } signedAmount { fen } endsOn allowedActions
  installments { no condition amount { fen } missing dueOn late } supplements { no amount { fen } }
  acceptances { no result recipientsInvited satisfied dissatisfied opinion publishedOn publicUrl } } }`;
const read = async (actor = bureau) => (await graph.execute(READ, { id: contractId }, actor)).data.contract;

describe('FUN-12 an installment', () => {
  it('says what it still lacks, by when it is due, and nothing once it is paid', async () => {
    const [first, second] = (await read()).installments;
    expect(first).toMatchObject({ missing: ['INVOICE', 'APPROVAL'], dueOn: addDays(today, 30), late: false });
    expect(second).toMatchObject({
      missing: ['CONDITION', 'EVALUATION', 'INVOICE', 'APPROVAL'],
      dueOn: null,
      late: false,
    });

    const paymentId = await requested(graph, contractId, { invoice: { no: '发票-1' } });
    expect((await read()).installments[0].missing).toEqual(['APPROVAL']);
    await run(graph, finance, 'approvePayment', { paymentId });

    expect((await read()).installments[0].missing).toEqual([]);
  });
});

describe('FUN-7 supplementContract', () => {
  const supplement = (amountFen: string, changes: Record<string, unknown> = {}) =>
    run(graph, bureau, 'supplementContract', {
      contractId,
      amountFen,
      signedOn: today,
      document: '演示补充协议',
      reason: '演示:增加服务',
      ...changes,
    });

  it('holds a tenth of what was signed over all additions, sixty of them at once', async () => {
    const answers = await Promise.all(Array.from({ length: 60 }, () => supplement('100000')));

    const codes = Map.groupBy(answers, ({ code }) => code);
    expect(codes.get(undefined)?.length).toBe(20);
    expect(codes.get('CONTRACT_SUPPLEMENT_ABOVE_LIMIT')?.length).toBe(40);
    expect(await read()).toMatchObject({ amount: { fen: '22000000' }, signedAmount: { fen: '20000000' } });
    expect(await balances(graph)).toMatchObject({ COMMITTED: '22000000' });
    expect((await reconciled(graph)).balanced).toBe(true);
  });

  it('is paid as one more installment, and taken back with the contract', async () => {
    await supplement('2000000');
    expect((await supplement('1')).details).toMatchObject({ rule: 'FUN-7', availableFen: '0' });
    expect((await supplement('1', { condition: 'SETTLEMENT' })).code).toBe('BAD_USER_INPUT');
    expect((await read()).installments.at(-1)).toMatchObject({ no: 4, amount: { fen: '2000000' } });
    expect((await told(graph, 'contract-supplemented'))?.data).toMatchObject({ additionalFen: '2000000' });

    await run(graph, bureau, 'withdrawContract', { contractId, reason: '演示' });

    expect(await balances(graph)).toMatchObject({ COMMITTED: '0', APPROPRIATED: '220000000' });
  });
});

describe('terminateContract', () => {
  const terminate = (settlementFen: string, changes: Record<string, unknown> = {}, actor = finance) =>
    run(graph, actor, 'terminateContract', {
      contractId,
      terminatedOn: today,
      settlementFen,
      reason: '演示:提前终止',
      ...changes,
    });

  it('FUN-13 keeps what was paid, leaves the settlement as a last installment, and frees the rest', async () => {
    await paid(graph, contractId, { amountFen: '4000000' });

    expect((await terminate('3999999')).code).toBe('CONTRACT_SETTLEMENT_OUT_OF_BOUNDS');
    expect((await terminate('20000001')).code).toBe('CONTRACT_SETTLEMENT_OUT_OF_BOUNDS');
    expect((await terminate('6000000', { terminatedOn: addDays(today, -1) })).code).toBe(
      'CONTRACT_TERMS_WRONG',
    );
    expect((await terminate('6000000')).errors).toEqual([]);

    expect(await read()).toMatchObject({
      status: 'TERMINATED',
      endsOn: today,
      amount: { fen: '6000000' },
      installments: [
        { no: 1, amount: { fen: '4000000' } },
        { no: 4, condition: 'SETTLEMENT', amount: { fen: '2000000' } },
      ],
    });
    expect(await balances(graph)).toMatchObject({ COMMITTED: '2000000', APPROPRIATED: '214000000' });
    await paid(graph, contractId, { installmentNo: 4 });
    expect(await balances(graph)).toMatchObject({ COMMITTED: '0', DISBURSED: '6000000' });
    expect((await reconciled(graph)).balanced).toBe(true);
    expect((await terminate('6000000')).code).toBe('FUNDING_STATUS_WRONG');
  });

  const owingNothing = { settlementFen: null, nothingOwed: true };

  it('FUN-13 settles at 0 where nothing is owed: all of it is free again, and no installment is left', async () => {
    expect((await terminate('1', owingNothing)).errors).toEqual([]);

    expect(await read()).toMatchObject({
      status: 'TERMINATED',
      amount: { fen: '0' },
      signedAmount: { fen: '20000000' },
      installments: [],
    });
    expect(await balances(graph)).toMatchObject({ COMMITTED: '0', APPROPRIATED: '220000000' });
    expect((await told(graph, 'contract-terminated'))?.data).toMatchObject({
      amountFen: '0',
      releasedFen: '20000000',
    });
    expect((await reconciled(graph)).balanced).toBe(true);
  });

  it('FUN-13 never settles at 0 what was asked for', async () => {
    await requested(graph, contractId, { amountFen: '1' });

    expect((await terminate('1', owingNothing)).code).toBe('CONTRACT_SETTLEMENT_OUT_OF_BOUNDS');
    expect((await read()).amount).toEqual({ fen: '20000000' });
  });

  it.each([
    ['neither an amount nor that nothing is owed', { settlementFen: null }],
    ['nothing owed that is denied', { settlementFen: null, nothingOwed: false }],
    ['an amount and nothing owed', { nothingOwed: true }],
    ['0 as an amount', { settlementFen: '0' }],
  ])('refuses %s', async (_what, changes) => {
    expect((await terminate('6000000', changes)).code).toBe('BAD_USER_INPUT');
  });
});

describe('FUN-9 recordAcceptance, publishAcceptance', () => {
  const accept = (changes: Record<string, unknown> = {}, actor = acceptor) =>
    run(graph, actor, 'recordAcceptance', {
      contractId,
      acceptedOn: today,
      recipientsInvited: 5,
      satisfied: 3,
      dissatisfied: 1,
      opinion: '演示:总体满意',
      result: 'PARTLY_PASSED',
      ...changes,
    });
  const publish = (changes: Record<string, unknown> = {}) =>
    run(graph, acceptor, 'publishAcceptance', {
      contractId,
      acceptanceNo: 1,
      publishedOn: today,
      publicUrl: 'https://example.gov.cn/1',
      ...changes,
    });

  it('invites recipients, keeps what they said as counts and words, and is published once', async () => {
    expect((await accept()).errors).toEqual([]);
    expect((await publish()).errors).toEqual([]);
    expect((await publish()).code).toBe('ACCEPTANCE_PUBLISHED');
    expect((await publish({ acceptanceNo: 2 })).code).toBe('ACCEPTANCE_NOT_FOUND');
    await accept({ result: 'PASSED', satisfied: 5, dissatisfied: 0 });

    const { data } = await graph.execute(READ, { id: contractId });
    expect(data.contract.acceptances).toMatchObject([
      { no: 1, result: 'PARTLY_PASSED', satisfied: 3, opinion: '演示:总体满意', publishedOn: today },
      { no: 2, result: 'PASSED', publishedOn: null },
    ]);
    expect((await told(graph, 'acceptance-published'))?.data).toMatchObject({
      acceptanceNo: 1,
      publishedOn: today,
    });
  });

  it.each([
    ['ACCEPTANCE_WITHOUT_RECIPIENTS', 'nobody invited', { recipientsInvited: 0 }],
    ['ACCEPTANCE_WITHOUT_RECIPIENTS', 'nobody heard', { satisfied: 0, dissatisfied: 0 }],
    ['BAD_USER_INPUT', 'more heard than invited', { satisfied: 6 }],
    ['FUNDING_DAY_IN_FUTURE', 'tomorrow', { acceptedOn: addDays(today, 1) }],
    ['CONTRACT_TERMS_WRONG', 'before the service', { acceptedOn: addDays(today, -1) }],
    ['PERSONAL_MARKS_FOUND', 'a telephone number', { opinion: '联系 13812345678' }],
  ])('refuses with %s %s', async (expected, _what, changes) => {
    expect((await accept(changes)).code).toBe(expected);
  });

  it('FUN-10 is never done by who bought', async () => {
    expect((await accept({}, bureau)).code).toBe('FUNDING_FOUR_EYES');
    expect((await read(bureau)).allowedActions).not.toContain('RECORD_ACCEPTANCE');
    expect((await read(acceptor)).allowedActions).toContain('RECORD_ACCEPTANCE');
  });
});
