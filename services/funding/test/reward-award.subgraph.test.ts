import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { A_CHECK_ID, anAgencyId, aStationId } from './builders.ts';
import {
  applied,
  approved,
  balances,
  bothHats,
  bureau,
  contractInput,
  finance,
  type FundingGraph,
  fundingGraph,
  hearOfPolicy,
  payInput,
  reconciled,
  run,
  standing,
  startOver,
  stationPasses,
  today,
  told,
} from './under-test.ts';

let graph: FundingGraph;
let budgetPlanId: string;

beforeAll(async () => {
  graph = await fundingGraph();
});
beforeEach(async () => {
  await startOver(graph);
  await graph.connection.collection('station_replicas').updateMany({}, { $set: { acceptanceCheckId: null } });
  budgetPlanId = await approved(graph);
});
afterAll(() => graph.stop());

const apply = (changes: Record<string, unknown> = {}, actor = bureau) =>
  run(graph, actor, 'applyForAward', {
    budgetPlanId,
    stationId: aStationId(),
    amountFen: '3000000',
    ...changes,
  });
const approve = (awardId: string, actor = finance) => run(graph, actor, 'approveAward', { awardId });

async function statusOf(id: string): Promise<string> {
  const { data } = await graph.execute('query ($id: ID!) { rewardAward(id: $id) { status } }', { id });
  return data.rewardAward.status as string;
}

describe('applyForAward', () => {
  it('FUN-4 waits for the acceptance, and is accepted by its event', async () => {
    const id = await applied(graph, budgetPlanId);
    const before = await approve(id);

    await stationPasses(graph);

    expect(before).toMatchObject({ code: 'AWARD_NOT_ACCEPTED', details: { rule: 'FUN-4' } });
    expect(await statusOf(id)).toBe('ACCEPTED');
    expect((await told(graph, 'award-accepted'))?.data).toMatchObject({
      awardId: id,
      acceptanceCheckId: A_CHECK_ID,
    });
  });

  it('FUN-4 is accepted at once where the station was taken over with its check', async () => {
    const taken = { ...standing(aStationId()), checkId: A_CHECK_ID, checkedOn: today, openedOn: today };
    await graph.hear('qianshou.station.taken-over.v1', taken);

    const { data } = await apply();

    expect(data.applyForAward.award).toMatchObject({ status: 'ACCEPTED', acceptanceCheckId: A_CHECK_ID });
  });

  it('FUN-4 is accepted at once where the station had passed before', async () => {
    await stationPasses(graph);

    const { data } = await apply();

    expect(data.applyForAward.award).toMatchObject({
      status: 'ACCEPTED',
      version: 2,
      acceptanceCheckId: A_CHECK_ID,
    });
    const sequences = (await graph.outbox())
      .filter(({ type }) => type.includes('award-'))
      .map(({ type, sequence }) => `${sequence} ${type}`)
      .toSorted((a, b) => a.localeCompare(b));
    expect(sequences).toEqual([
      '1 qianshou.funding.award-applied.v1',
      '2 qianshou.funding.award-accepted.v1',
    ]);
  });

  it.each([
    ['of nothing', { amountFen: '0' }, 'BAD_USER_INPUT'],
    ['for a station that is not known here yet', { stationId: aStationId(9) }, 'NOT_KNOWN_HERE_YET'],
    ['with an id of another kind', { stationId: 'agy_1' }, 'BAD_USER_INPUT'],
    ['under no budget', { budgetPlanId: 'bud_01900000-0000-7000-8000-000000000099' }, 'BUDGET_NOT_FOUND'],
  ])('is refused %s', async (_case, changes, code) => {
    expect((await apply(changes)).code).toBe(code);
  });

  it('rewards a station once for each kind', async () => {
    await applied(graph, budgetPlanId);

    expect((await apply()).code).toBe('AWARD_EXISTS');
    expect((await apply({ kind: 'DEMONSTRATION' })).code).toBeUndefined();
  });
});

describe('an award for a demonstration', () => {
  it('FUN-4 rests on the confirmed demonstration, not on the building check', async () => {
    await stationPasses(graph);
    const id = await applied(graph, budgetPlanId, { kind: 'DEMONSTRATION' });
    const before = await approve(id);

    await graph.hear('qianshou.station.tier-changed.v1', {
      ...standing(aStationId()),
      from: 'ORDINARY',
      to: 'DEMONSTRATION',
      selectedOn: today,
    });

    expect(before).toMatchObject({ code: 'AWARD_NOT_DEMONSTRATION', details: { rule: 'FUN-4' } });
    expect(await statusOf(id)).toBe('ACCEPTED');
    expect((await approve(id)).code).toBeUndefined();
  });
});

describe('an award before any money moved', () => {
  const close = (field: string, awardId: string, actor = finance) =>
    run(graph, actor, field, { awardId, reason: '材料不全' });

  it('FUN-10 is refused by finance with the reason, and may be applied for again', async () => {
    const id = await applied(graph, budgetPlanId);

    expect((await close('refuseAward', id)).data.refuseAward.award).toMatchObject({ status: 'REFUSED' });
    expect((await told(graph, 'award-refused'))?.data).toMatchObject({ awardId: id, by: 'yidu-finance' });
    expect((await apply()).code).toBeUndefined();
  });

  it('is corrected and taken back by the bureau; not once it is approved', async () => {
    await stationPasses(graph);
    const id = await applied(graph, budgetPlanId);

    const corrected = await run(graph, bureau, 'correctAward', { awardId: id, amountFen: '2000000' });
    await approve(id);

    expect(corrected.data.correctAward.award.amount.fen).toBe('2000000');
    expect((await close('withdrawAward', id, bureau)).code).toBe('FUNDING_STATUS_WRONG');
    expect((await close('withdrawAward', id, finance)).code).toBe('FORBIDDEN');
  });
});

describe('approveAward', () => {
  it('binds the money and approves its payment; paying it pays the award', async () => {
    await stationPasses(graph);
    const id = await applied(graph, budgetPlanId);

    const { data } = await approve(id);
    const paymentId = data.approveAward.payment.id as string;
    const bound = await balances(graph);
    await run(graph, finance, 'makePayment', payInput(paymentId));

    expect(data.approveAward).toMatchObject({
      award: { status: 'APPROVED', version: 3 },
      payment: {
        status: 'APPROVED',
        amount: { fen: '3000000' },
        allowedActions: ['INSTRUCT_PAYMENT', 'MAKE_PAYMENT', 'RETURN_PAYMENT'],
      },
    });
    expect(bound).toMatchObject({ COMMITTED: '0', RESERVED: '3000000' });
    expect(await statusOf(id)).toBe('PAID');
    expect(await balances(graph)).toMatchObject({ RESERVED: '0', DISBURSED: '3000000' });
    expect((await told(graph, 'award-paid'))?.data).toMatchObject({ awardId: id, amountFen: '3000000' });
  });

  it('FUN-10 is refused to who applied, also with finance’s own role', async () => {
    await stationPasses(graph);
    const id = await applied(graph, budgetPlanId);

    expect((await approve(id, bothHats)).code).toBe('FUNDING_FOUR_EYES');
    expect(await reconciled(graph)).toMatchObject({ entries: 1, balanced: true });
  });

  it('FUN-13 is refused beyond the approved budget', async () => {
    await stationPasses(graph);
    const id = await applied(graph, budgetPlanId, { amountFen: '220000001' });

    expect(await approve(id)).toMatchObject({ code: 'BUDGET_EXHAUSTED', details: { rule: 'FUN-13' } });
    expect(await statusOf(id)).toBe('ACCEPTED');
  });
});

describe('requestAwardPayment', () => {
  it('asks again after the payment came back, and not before', async () => {
    await stationPasses(graph);
    const awardId = await applied(graph, budgetPlanId);
    const { data } = await approve(awardId);
    const paymentId = data.approveAward.payment.id as string;
    const early = await run(graph, bureau, 'requestAwardPayment', { awardId });
    await run(graph, finance, 'makePayment', payInput(paymentId));

    await run(graph, finance, 'returnPayment', { paymentId, reason: 'CAME_BACK', note: '账号有误' });
    const reopened = await statusOf(awardId);
    const again = await run(graph, bureau, 'requestAwardPayment', { awardId });

    expect(early.code).toBe('PAYMENT_ALREADY_OPEN');
    expect(reopened).toBe('APPROVED');
    expect(again.data.requestAwardPayment.payment).toMatchObject({
      status: 'REQUESTED',
      amount: { fen: '3000000' },
    });
    expect((await told(graph, 'award-reopened'))?.data).toMatchObject({ awardId });
    expect(await reconciled(graph)).toMatchObject({ balanced: true });
  });
});

describe('FUN-16 Station.money', () => {
  it('shows of an award what was paid and did not come back', async () => {
    await stationPasses(graph);
    const { data } = await approve(await applied(graph, budgetPlanId));
    const paymentId = data.approveAward.payment.id as string;
    await run(graph, finance, 'makePayment', payInput(paymentId));
    const back = { receivedOn: today, slipNo: '退款-1', note: '演示:部分退款' };
    await run(graph, finance, 'refundPayment', { paymentId, amountFen: '1000000', ...back });

    const money = `{ _entities(representations: [{ __typename: "Station", id: "${aStationId()}" }]) {
      ... on Station { money(year: ${today.slice(0, 4)}) { contracted { fen } paid { fen } } } } }`;
    const shown = await graph.execute(money);

    expect(shown.data._entities).toEqual([
      { money: { contracted: { fen: '3000000' }, paid: { fen: '2000000' } } },
    ]);
  });
});

describe('what other services tell', () => {
  it('takes effect once, however often it is delivered', async () => {
    const id = await applied(graph, budgetPlanId);
    const delivery = { id: '01900000-0000-7000-8000-0000000000aa', aggregateId: 'delivered-twice' };

    await stationPasses(graph, delivery);
    await stationPasses(graph, delivery);
    await hearOfPolicy(graph);

    const accepted = (await graph.outbox()).filter(({ type }) => type.includes('award-accepted'));
    expect(accepted.map(({ data }) => data['awardId'])).toEqual([id]);
  });

  it('bars a suspended agency from contracts and opens them again', async () => {
    const agencyId = anAgencyId();
    const say = (status: 'SUSPENDED' | 'ACTIVE') =>
      graph.hear('qianshou.pairing.agency-status-changed.v1', { agencyId, status, reason: '演示' });

    await say('SUSPENDED');
    const barred = await run(graph, bureau, 'signContract', contractInput(budgetPlanId));
    await say('ACTIVE');
    const open = await run(graph, bureau, 'signContract', contractInput(budgetPlanId));

    expect(barred.code).toBe('CONTRACT_PROVIDER_UNFIT');
    expect(open.code).toBeUndefined();
  });
});

describe('rewardAwards', () => {
  it('are public, by station and status', async () => {
    const id = await applied(graph, budgetPlanId);
    const query = `query ($where: RewardAwardFilter) { rewardAwards(where: $where) {
      nodes { id station { id } county { code } paidOn } totalCount } }`;
    const where = { stationId: { eq: aStationId() }, status: { in: ['APPLIED'] } };

    const { data } = await graph.execute(query, { where });
    const none = await graph.execute(query, { where: { ...where, status: { in: ['PAID'] } } });

    expect(data.rewardAwards).toMatchObject({ nodes: [{ id, station: { id: aStationId() }, paidOn: null }] });
    expect(none.data.rewardAwards.totalCount).toBe(0);
  });
});
