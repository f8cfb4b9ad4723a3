import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { anAgencyId, aStationId } from './builders.ts';
import {
  approved,
  balances,
  bothHats,
  bureau,
  contractInput,
  elsewhere,
  type FundingGraph,
  fundingGraph,
  run,
  signed,
  standing,
  startOver,
  submitted,
  told,
  today,
} from './under-test.ts';

let graph: FundingGraph;
let budgetPlanId: string;

beforeAll(async () => {
  graph = await fundingGraph();
});
beforeEach(async () => {
  await startOver(graph);
  budgetPlanId = await approved(graph);
});
afterAll(() => graph.stop());

const sign = (changes: Record<string, unknown> = {}, actor = bureau) =>
  run(graph, actor, 'signContract', contractInput(budgetPlanId, changes));

/** One contract a station at a time: two contracts are for two stations. */
const first = { stationIds: [aStationId(1)], contractNo: '演示-1' };
const second = { stationIds: [aStationId(2)], contractNo: '演示-2' };

describe('signContract', () => {
  it('FUN-5, FUN-12 binds the money of a contract with the operator, split to the fen', async () => {
    const { data } = await sign({ amountFen: '20000001' });

    expect(data.signContract.contract).toMatchObject({
      status: 'SIGNED',
      provider: { id: anAgencyId() },
      stations: [{ id: aStationId(1) }, { id: aStationId(2) }],
      paid: { fen: '0' },
      allowedActions: ['REQUEST_PAYMENT', 'WITHDRAW_CONTRACT', 'CORRECT_CONTRACT', 'SUPPLEMENT_CONTRACT'],
      installments: [
        { no: 1, condition: 'SIGNING', amount: { fen: '10000001' }, metOn: today, status: 'PENDING' },
        {
          no: 2,
          condition: 'MID_TERM_EVALUATION',
          amount: { fen: '6000000' },
          metOn: null,
          status: 'PENDING',
        },
        { no: 3, condition: 'FINAL_EVALUATION', amount: { fen: '4000000' }, metOn: null, status: 'PENDING' },
      ],
    });
    expect(await balances(graph)).toMatchObject({ APPROPRIATED: '199999999', COMMITTED: '20000001' });
    expect((await told(graph, 'contract-signed'))?.data).toMatchObject({
      providerAgencyId: anAgencyId(),
      stationIds: [aStationId(1), aStationId(2)],
      amountFen: '20000001',
      installments: 3,
    });
  });

  it('FUN-5 is refused for a station that another agency runs, and names it', async () => {
    const foreign = { ...standing(aStationId(3)), operatorAgencyId: anAgencyId(2) };
    await graph.hear('qianshou.station.planned.v1', foreign, { aggregateId: aStationId(3) });

    expect(await sign({ stationIds: [aStationId(1), aStationId(3)] })).toMatchObject({
      code: 'CONTRACT_PROVIDER_NOT_OPERATOR',
      details: { rule: 'FUN-5', stationIds: [aStationId(3)] },
    });
  });

  it('FUN-13 is refused beyond the approved budget, and leaves no trace', async () => {
    await signed(graph, budgetPlanId, { ...first, amountFen: '219999999' });
    const before = await graph.outbox();

    expect(await sign({ ...second, amountFen: '2' })).toMatchObject({
      code: 'BUDGET_EXHAUSTED',
      details: { rule: 'FUN-13', availableFen: '1', askedFen: '2' },
    });
    expect(await graph.outbox()).toEqual(before);
    expect((await sign({ ...second, amountFen: '1' })).code).toBeUndefined();
  });

  it('FUN-13 lets one of two contracts at once through where money is left for one', async () => {
    const answers = await Promise.all([
      sign({ ...first, amountFen: '150000000' }),
      sign({ ...second, amountFen: '150000000' }),
    ]);

    expect(new Set(answers.map(({ code }) => code))).toEqual(new Set(['BUDGET_EXHAUSTED', undefined]));
    expect(await balances(graph)).toMatchObject({ APPROPRIATED: '70000000', COMMITTED: '150000000' });
  });

  it('waits for stations and agencies that are not known here yet', async () => {
    expect((await sign({ stationIds: [aStationId(9)] })).code).toBe('NOT_KNOWN_HERE_YET');
    expect((await sign({ providerAgencyId: anAgencyId(9) })).code).toBe('NOT_KNOWN_HERE_YET');
  });

  it.each([
    ['without a station', { stationIds: [] }, 'CONTRACT_TERMS_WRONG'],
    ['with a station twice', { stationIds: [aStationId(), aStationId()] }, 'CONTRACT_TERMS_WRONG'],
    ['of nothing', { amountFen: '0' }, 'BAD_USER_INPUT'],
    ['signed in the future', { signedOn: '2099-01-01' }, 'FUNDING_DAY_IN_FUTURE'],
    ['that ends when it starts', { endsOn: today }, 'CONTRACT_TERMS_WRONG'],
    [
      'split into 999 thousandths',
      { installments: [{ condition: 'SIGNING', perMille: 999 }] },
      'CONTRACT_TERMS_WRONG',
    ],
    ['with an id of another kind', { providerAgencyId: aStationId() }, 'BAD_USER_INPUT'],
    ['with a number of 101 characters', { contractNo: 'x'.repeat(101) }, 'BAD_USER_INPUT'],
    ['with a NUL in its number', { contractNo: 'a\u0000b' }, 'BAD_USER_INPUT'],
    ['with an operator instead of an id', { providerAgencyId: { $ne: null } }, 'BAD_USER_INPUT'],
  ])('is refused %s', async (_case, changes, code) => {
    expect((await sign(changes)).code).toBe(code);
    expect(await balances(graph)).toMatchObject({ APPROPRIATED: '220000000' });
  });

  it('is the bureau’s, of its own county, under an approved budget, FUN-10 and not of its approver', async () => {
    const approver = { ...bothHats, subject: 'yidu-finance' };

    expect((await sign({}, elsewhere)).code).toBe('BUDGET_NOT_FOUND');
    expect((await sign({}, approver)).code).toBe('FUNDING_FOUR_EYES');
    await startOver(graph);
    budgetPlanId = await submitted(graph);
    expect((await sign()).code).toBe('FUNDING_STATUS_WRONG');
  });
});

describe('contract and contracts', () => {
  const LIST = `query ($where: ContractFilter) { contracts(where: $where) { nodes { id amount { yuan } } totalCount } }`;

  it('are public; the budget behind them is not', async () => {
    const id = await signed(graph, budgetPlanId);
    const query = `query ($id: ID!) { contract(id: $id) { contractNo amount { yuan } budgetPlan { id } county { code } } }`;

    const open = await graph.execute(query, { id });
    const inside = await graph.execute(query, { id }, bureau);

    expect(open.data.contract).toMatchObject({ amount: { yuan: '200,000.00' }, budgetPlan: null });
    expect(inside.data.contract.budgetPlan).toEqual({ id: budgetPlanId });
    const payments = await graph.execute(
      `query ($id: ID!) { contract(id: $id) { payments { totalCount } } }`,
      { id },
    );
    expect(payments).toMatchObject({ code: 'UNAUTHENTICATED', data: { contract: { payments: null } } });
  });

  it.each([
    ['the region', { regionCode: { within: '420000' } }, 1],
    ['another region', { regionCode: { within: '640000' } }, 0],
    ['the provider', { providerAgencyId: { eq: anAgencyId() } }, 1],
    ['another provider', { providerAgencyId: { eq: anAgencyId(2) } }, 0],
    ['a station', { stationId: { eq: aStationId(2) } }, 1],
    ['another station', { stationId: { eq: aStationId(3) } }, 0],
    ['another year', { year: { eq: 2001 } }, 0],
  ])('are found by %s', async (_by, where, count) => {
    await signed(graph, budgetPlanId);

    expect((await graph.execute(LIST, { where })).data.contracts.totalCount).toBe(count);
  });

  it('hang on stations and agencies of other services', async () => {
    const id = await signed(graph, budgetPlanId);
    const query = `query ($of: [_Any!]!) { _entities(representations: $of) {
      ... on Station { contracts { nodes { id } } rewardAwards { totalCount } }
      ... on Agency { contracts { nodes { id } } } } }`;

    const { data } = await graph.execute(query, {
      of: [
        { __typename: 'Station', id: aStationId(2) },
        { __typename: 'Agency', id: anAgencyId() },
      ],
    });

    expect(data._entities).toEqual([
      { contracts: { nodes: [{ id }] }, rewardAwards: { totalCount: 0 } },
      { contracts: { nodes: [{ id }] } },
    ]);
  });
});
