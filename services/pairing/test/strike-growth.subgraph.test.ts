import type { EventTypeOf, KnownEvent } from '@qianshou/events';
import { inRegion } from '@qianshou/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { foldPairingEvent } from '../src/messaging/figures.ts';
import { FUJIAN } from './builders.ts';
import { active, bureau, openedGraph, type PairingGraph, recipientAgency, told } from './under-test.ts';
import { aWorkerId } from './work-builders.ts';
import { work, worked } from './work-under-test.ts';

let graph: PairingGraph;

beforeAll(async () => {
  graph = await openedGraph();
});
afterAll(() => graph.stop());

const stranger = inRegion('PROVINCE_AUTHORITY', FUJIAN);
const mistake = { reason: '误登:演示' };

/** What the county's figure comes to, and that of each year. */
async function figureOf(name: string): Promise<Readonly<Record<string, number>>> {
  const totals: Record<string, number> = {};
  for (const event of await graph.outbox())
    for (const { period = 'all', figures } of foldPairingEvent(
      event as unknown as KnownEvent<EventTypeOf<'pairing'>>,
    ))
      totals[period] = (totals[period] ?? 0) + Number(figures[name] ?? 0);
  return Object.fromEntries(Object.entries(totals).filter(([, value]) => value !== 0));
}

describe('strikeGrownAgency', () => {
  it('PAIR-9 takes the agency out of count and figures, and leaves it to the pairing that grew it', async () => {
    const [pairingId, other] = [await active(graph), await active(graph)];
    const agencyId = await recipientAgency(graph);
    await worked(graph, 'recordGrownAgency', { pairingId, agencyId }, bureau);
    const strike = { pairingId, agencyId, ...mistake };
    expect((await work(graph, 'strikeGrownAgency', strike, stranger)).code).toBe('FORBIDDEN');

    const struck = await worked(graph, 'strikeGrownAgency', strike, bureau);

    expect(struck).toMatchObject({
      agenciesGrown: [],
      agenciesGrownStruck: [{ agency: { id: agencyId }, strikeReason: '误登:演示' }],
    });
    expect(struck.allowedActions).not.toContain('STRIKE_GROWN_AGENCY');
    expect(await figureOf('agenciesGrown')).toEqual({});
    expect(await told(graph, 'agency-growth-struck')).toMatchObject([{ data: { agencyId } }]);
    expect((await work(graph, 'strikeGrownAgency', strike, bureau)).code).toBe('STRUCK_ALREADY');
    await worked(graph, 'recordGrownAgency', { pairingId: other, agencyId }, bureau);
    expect(await figureOf('agenciesGrown')).toMatchObject({ all: 1 });
  });
});

describe('strikeTrainee', () => {
  it('PAIR-10 takes one back, once of two who strike at once', async () => {
    const pairingId = await active(graph);
    const workerIds = [aWorkerId(1), aWorkerId(2)];
    await worked(graph, 'nameTrainees', { pairingId, workerIds }, bureau);
    const strike = { pairingId, workerId: aWorkerId(1), ...mistake };
    expect((await work(graph, 'strikeTrainee', strike, stranger)).code).toBe('FORBIDDEN');

    const answers = await Promise.all([1, 2].map(() => work(graph, 'strikeTrainee', strike, bureau)));

    expect(answers.filter(({ errors }) => errors.length === 0)).toHaveLength(1);
    const { data } = await graph.execute(
      `{ pairing(id: "${pairingId}") { trainees traineesStruck { strikeReason } } }`,
    );
    expect(data.pairing).toEqual({ trainees: 1, traineesStruck: [{ strikeReason: '误登:演示' }] });
    expect(await figureOf('trainees')).toEqual({ all: 1 });
  });
});
