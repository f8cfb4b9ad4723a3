import { createLogger } from '@qianshou/service-kit/logging';
import { type FiguresProjector, startFigures } from '@qianshou/service-kit/figures';
import { eventually } from '@qianshou/testing/eventually';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { foldFundingEvent } from '../src/messaging/figures.ts';
import { aStationId } from './builders.ts';
import { approved, type FundingGraph, fundingGraph, paid, reconciled, signed, year } from './under-test.ts';

let graph: FundingGraph;
let projector: FiguresProjector;

beforeAll(async () => {
  graph = await fundingGraph();
  await paid(graph, await signed(graph, await approved(graph)));
  await publishAll();
  const logger = createLogger({ service: 'funding', level: 'fatal' });
  projector = await startFigures({
    connection: graph.connection,
    service: 'funding',
    fold: foldFundingEvent,
    logger,
  });
});
afterAll(async () => {
  await projector.stop();
  await graph.stop();
});

/** Stands for the relay, which numbers what it has published. */
async function publishAll(): Promise<void> {
  const outbox = graph.connection.collection('outbox');
  const rows = await outbox.find().sort({ $natural: 1 }).toArray();
  for (const [at, { _id }] of rows.entries()) await outbox.updateOne({ _id }, { $set: { seq: at + 1 } });
}

const REGION = `query ($of: [_Any!]!, $year: Int) { _entities(representations: $of) { ... on Region {
  fundingFigures(year: $year) { planned { yuan } cap { fen } topUp { fen } contracted { fen } contractsSigned
    paid { fen } bySource { kind planned { fen } paid { fen } } capUsed { rate } paidShareOfContracts { rate numerator { fen } denominator { fen } } asOf } } } }`;

const figuresOf = async (code: string, ofYear: number | null = null) => {
  const { data } = await graph.execute(REGION, { of: [{ __typename: 'Region', code }], year: ofYear });
  return data._entities[0].fundingFigures;
};

describe('FUN-16 the funding figures of a region', () => {
  it('hold for the county and everything above it, over all years and in each', async () => {
    await eventually(async () => expect((await figuresOf('420581')).paid.fen).toBe('10000000'));

    for (const [code, ofYear] of [
      ['420581', null],
      ['420000', year],
      ['000000', null],
    ] as const) {
      expect(await figuresOf(code, ofYear)).toMatchObject({
        planned: { yuan: '2,200,000.00' },
        cap: { fen: '150000000' },
        contractsSigned: 1,
        capUsed: { rate: 1 },
        paidShareOfContracts: { rate: 0.5, numerator: { fen: '10000000' }, denominator: { fen: '20000000' } },
      });
    }
  });

  it('stand by source, and the sources sum to what is planned and paid', async () => {
    await eventually(async () => expect((await figuresOf('000000')).paid.fen).toBe('10000000'));

    const { bySource } = await figuresOf('420581', year);

    const sumOf = (name: 'planned' | 'paid') =>
      bySource.reduce((sum: bigint, each: any) => sum + BigInt(each[name].fen), 0n);
    expect(bySource.map(({ kind }: { kind: string }) => kind)).toEqual([
      'ASSISTANCE_FUND_SHARE',
      'SUPERIOR_GRANT',
      'MUNICIPAL_TOP_UP',
    ]);
    expect([sumOf('planned'), sumOf('paid')]).toEqual([220_000_000n, 10_000_000n]);
  });

  it('are zero, and no fault, where nothing happened', async () => {
    expect(await figuresOf('110000', year)).toMatchObject({
      planned: { yuan: '0.00' },
      contractsSigned: 0,
      paidShareOfContracts: { rate: null },
    });
    expect((await figuresOf('420581', year - 1)).paid.fen).toBe('0');
  });

  it('come to what the journal says', async () => {
    const { figures } = await reconciled(graph);

    for (const { difference } of figures) expect(difference.fen).toBe('0');
  });
});

const MONEY = `query ($of: [_Any!]!, $year: Int!) { _entities(representations: $of) { ... on Station { money(year: $year) {
  planned { fen } contracted { fen } paid { fen } sources { kind amount { fen } } acceptances { result } } } } }`;

describe('FUN-16 Station.money', () => {
  it('shows everybody a share of each contract; shares and sources sum to it', async () => {
    const of = [1, 2, 3].map((serial) => ({ __typename: 'Station', id: aStationId(serial) }));

    const { data } = await graph.execute(MONEY, { of, year });

    const shown = data._entities.map(({ money }: any) => money);
    const half = { planned: { fen: '10000000' }, contracted: { fen: '10000000' }, paid: { fen: '5000000' } };
    expect(shown).toMatchObject([
      { ...half, acceptances: [] },
      half,
      { contracted: { fen: '0' }, paid: { fen: '0' }, sources: [] },
    ]);
    const sources = shown[0].sources.map(({ amount }: any) => BigInt(amount.fen));
    expect(sources.reduce((sum: bigint, each: bigint) => sum + each, 0n)).toBe(10_000_000n);
  });
});
