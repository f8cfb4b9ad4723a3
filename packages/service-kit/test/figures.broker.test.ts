import type { RegionCode } from '@qianshou/kernel';
import {
  type FiguresProjector,
  type Fold,
  readFigures,
  readManyFigures,
  rebuildFigures,
  startFigures,
} from '@qianshou/service-kit/figures';
import { createLogger } from '@qianshou/service-kit/logging';
import type { Relay } from '@qianshou/service-kit/outbox';
import { eventually } from '@qianshou/testing/eventually';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { PAID } from './two-services.ts';
import { aPair, type Pair, relayOf } from './wiring.ts';

const YIDU = '420581' as RegionCode;
const HUBEI = '420000' as RegionCode;
const NATION = '000000' as RegionCode;
const NINGXIA = '640000' as RegionCode;

const fold: Fold<'funding'> = (event) =>
  event.type === PAID
    ? [
        {
          regionCode: event.data.countyCode,
          figures: { awardsPaid: 1, paidFen: BigInt(event.data.amountFen) },
        },
      ]
    : [];

let pair: Pair;
let relay: Relay;
let projectors: readonly FiguresProjector[];

const start = (): Promise<FiguresProjector> =>
  startFigures({
    connection: pair.from,
    service: 'funding',
    fold,
    logger: createLogger({ service: 'test', level: 'silent' }),
  });

const figuresOf = async (code: RegionCode) => (await readFigures(pair.from, code))?.figures;

beforeAll(async () => {
  pair = await aPair();
});

afterAll(async () => {
  await Promise.all(projectors.map((each) => each.stop()));
  await relay.stop();
  await pair.end();
});

describe('the figures of regions', () => {
  it('are unknown before anything was counted', async () => {
    expect(await readFigures(pair.from, YIDU)).toBeNull();
  });

  it('count each event once for its region and everything above, with two processes at work', async () => {
    relay = await relayOf(pair.from, pair.broker);
    projectors = await Promise.all([start(), start()]);

    await Promise.all([1, 2, 3, 4, 5].map((award) => pair.funding.pay(award, '9007199254740993')));

    const sum = { awardsPaid: 5, paidFen: 5n * 9_007_199_254_740_993n };
    await eventually(async () => expect(await figuresOf(NATION)).toEqual(sum));
    expect(await figuresOf(HUBEI)).toEqual(sum);
    expect(await figuresOf(YIDU)).toEqual(sum);
  });

  it('are empty where nothing happened, and come in the order asked for', async () => {
    const found = await readManyFigures(pair.from, [NINGXIA, YIDU]);

    expect(found.map((each) => each?.figures['awardsPaid'])).toEqual([undefined, 5]);
  });

  it('say up to when they hold every fact, also while nothing happens', async () => {
    const now = Date.now();

    await eventually(async () => {
      const asOf = (await readFigures(pair.from, YIDU))?.asOf.getTime() ?? 0;
      expect(asOf).toBeGreaterThan(now);
    }, 15_000);
  });
});

describe('rebuilding the figures', () => {
  it('finds nothing to put right in what the projector made', async () => {
    const report = await rebuildFigures({ connection: pair.from, service: 'funding', fold });

    expect(report).toEqual({ regions: 4, events: 5, differing: [] });
  });

  it('names what differs from the log, and puts right that alone, while events go on', async () => {
    const figures = pair.from.collection<{ _id: string; figures: object }>('kept_figures');
    await figures.updateOne({ _id: YIDU }, { $inc: { 'figures.awardsPaid': 3 } });
    await figures.insertOne({ _id: NINGXIA, figures: { awardsPaid: 1 } });
    const dry = await rebuildFigures({ connection: pair.from, service: 'funding', fold, dryRun: true });
    expect(dry.differing).toEqual([
      { key: YIDU, figure: 'awardsPaid', kept: 8, counted: 5 },
      { key: NINGXIA, figure: 'awardsPaid', kept: 1, counted: 0 },
    ]);

    const paying = Promise.all([6, 7, 8, 9].map((award) => pair.funding.pay(award, '1')));
    await rebuildFigures({ connection: pair.from, service: 'funding', fold });
    await paying;

    await eventually(async () => expect((await figuresOf(YIDU))?.['awardsPaid']).toBe(9));
    expect(await figuresOf(NINGXIA)).toEqual({});
    const again = await rebuildFigures({ connection: pair.from, service: 'funding', fold });
    expect(again.differing).toEqual([]);
  });

  it('goes on where a run was interrupted, while the old figures stand', async () => {
    const figures = pair.from.collection<{ _id: string; figures: object }>('kept_figures');
    await figures.updateOne({ _id: YIDU }, { $inc: { 'figures.awardsPaid': 3 } });
    const interrupted = rebuildFigures({
      connection: pair.from,
      service: 'funding',
      fold,
      onProgress: () => {
        throw new Error('interrupted');
      },
    });
    await expect(interrupted).rejects.toThrow('interrupted');
    expect((await figuresOf(YIDU))?.['awardsPaid']).toBe(12);
    const counted: number[] = [];

    await rebuildFigures({
      connection: pair.from,
      service: 'funding',
      fold,
      onProgress: (events) => counted.push(events),
    });

    expect(counted).toEqual([]);
    expect((await figuresOf(YIDU))?.['awardsPaid']).toBe(9);
    expect(await pair.from.listCollections()).not.toContainEqual(
      expect.objectContaining({ name: 'kept_figures_anew' }),
    );
    await pair.funding.pay(20, '1');
    await eventually(async () => expect((await figuresOf(YIDU))?.['awardsPaid']).toBe(10));
  });
});
