import { addDays } from '@qianshou/kernel';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { YIDU } from './builders.ts';
import {
  approved,
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
  year,
} from './under-test.ts';

let graph: FundingGraph;

beforeAll(async () => {
  graph = await fundingGraph();
});
beforeEach(async () => {
  await startOver(graph);
  await paid(graph, await signed(graph, await approved(graph)));
});
afterAll(() => graph.stop());

const READ = `query ($countyCode: RegionCode!, $year: Int!, $first: PageSize! = 20, $after: String) {
  journalEntries(countyCode: $countyCode, year: $year, first: $first, after: $after) {
    nodes { no kind actor approver previousHash hash paymentId postings { account amount { fen } } }
    pageInfo { hasNextPage endCursor } totalCount } }`;
const place = { countyCode: YIDU, year };

const tamper = (filter: object, change: object) =>
  graph.connection.collection('journal').updateOne(filter, change);

describe('journalEntries', () => {
  it('are the chain of the county and year, each entry under two names once money leaves', async () => {
    const { data } = await graph.execute(READ, place, finance);
    const { nodes, totalCount } = data.journalEntries;

    expect(totalCount).toBe(4);
    expect(nodes.map(({ kind }: { kind: string }) => kind)).toEqual([
      'APPROPRIATE',
      'COMMIT',
      'RESERVE',
      'POST',
    ]);
    expect(nodes[3]).toMatchObject({
      no: 4,
      actor: finance.subject,
      approver: bureau.subject,
      previousHash: nodes[2].hash,
      postings: [
        { account: 'STATION_WORK/RESERVED', amount: { fen: '-10000000' } },
        { account: 'STATION_WORK/DISBURSED', amount: { fen: '10000000' } },
      ],
    });
    expect(nodes[0].hash).toMatch(/^[0-9a-f]{64}$/);
  });

  it('page in order', async () => {
    const first = await graph.execute(READ, { ...place, first: 3 }, finance);
    const after = first.data.journalEntries.pageInfo.endCursor as string;
    const rest = await graph.execute(READ, { ...place, first: 3, after }, finance);

    expect(rest.data.journalEntries.nodes.map(({ no }: { no: number }) => no)).toEqual([4]);
  });

  it.each([
    ['a province', { countyCode: '420000', year }],
    ['a year that cannot be', { countyCode: YIDU, year: 12 }],
    ['a page of nothing', { ...place, first: 0 }],
    ['a page of too much', { ...place, first: 1_000_000_000 }],
    ['a forged cursor', { ...place, after: 'x' }],
  ])('refuse %s', async (_case, variables) => {
    expect((await graph.execute(READ, variables, finance)).code).toBe('BAD_USER_INPUT');
  });

  it('are not for the auditor of another county', async () => {
    expect((await graph.execute(READ, { ...place, countyCode: '420582' }, finance)).code).toBe('FORBIDDEN');
  });
});

describe('reconciliation', () => {
  it('finds no difference, account by account', async () => {
    const report = await reconciled(graph);

    expect(report).toMatchObject({ balanced: true, entries: 4, chainBrokenAt: null });
    expect(report.accounts).toHaveLength(7);
    for (const { difference } of report.accounts) expect(difference.fen).toBe('0');
  });

  it('names the account and the fen of a guard that was changed', async () => {
    const account = 'STATION_WORK/COMMITTED';
    await graph.connection
      .collection('ledgers')
      .updateOne({}, { $set: { [`balances.${account}`]: 10_000_007n } });

    const report = await reconciled(graph);

    expect(report.balanced).toBe(false);
    expect(report.accounts.find((each: { account: string }) => each.account === account)).toMatchObject({
      guard: { fen: '10000007' },
      difference: { fen: '7' },
    });
  });

  it.each([
    ['altered', () => tamper({ no: 2 }, { $set: { actor: 'somebody else' } }), 2],
    ['missing', () => graph.connection.collection('journal').deleteOne({ no: 3 }), 3],
    ['cut off at the end', () => graph.connection.collection('journal').deleteOne({ no: 4 }), 4],
  ])('shows where the journal was %s', async (_how, change, no) => {
    await change();

    expect(await reconciled(graph)).toMatchObject({ balanced: false, chainBrokenAt: no });
  });

  it('compares with what the events add up to', async () => {
    const { figures } = await reconciled(graph);

    expect(
      figures.map(({ figure, journal }: { figure: string; journal: { fen: string } }) => [
        figure,
        journal.fen,
      ]),
    ).toEqual([
      ['PLANNED', '220000000'],
      ['BOUND', '20000000'],
      ['PAID', '10000000'],
    ]);
  });

  it('stops money that a broken guard cannot bear: a fault moves nothing', async () => {
    await graph.connection
      .collection('ledgers')
      .updateOne({}, { $set: { 'balances.STATION_WORK/APPROPRIATED': 5n } });
    const { data } = await graph.execute('{ budgetPlans { nodes { id } } }', {}, bureau);
    const budgetPlanId = data.budgetPlans.nodes[0].id as string;

    await expect(signed(graph, budgetPlanId, { ...another(2), amountFen: '6' })).rejects.toThrow(
      '0.05 yuan left',
    );
  });
});

/** A contract beside the first: its own number, and days of its own. */
function another(serial: number) {
  const startsOn = addDays(today, 365 * serial);
  return { contractNo: `演示-${serial}`, startsOn, endsOn: addDays(startsOn, 30) };
}

describe('the year of a budget', () => {
  it('has a journal of its own', async () => {
    const last = await approved(graph, { year: year - 1, lines: [], assistanceFund: null });
    const contractId = await signed(graph, last, { ...another(2), signedOn: `${year - 1}-12-31` });
    await requested(graph, contractId);

    const { data } = await graph.execute(READ, { ...place, year: year - 1 }, finance);

    expect(data.journalEntries.totalCount).toBe(3);
    expect(await reconciled(graph)).toMatchObject({ entries: 4, balanced: true });
    expect((await run(graph, bureau, 'submitBudget', { budgetPlanId: last })).code).toBe(
      'FUNDING_STATUS_WRONG',
    );
  });
});
