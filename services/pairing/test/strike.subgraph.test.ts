import type { EventTypeOf, KnownEvent } from '@qianshou/events';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { foldPairingEvent } from '../src/messaging/figures.ts';
import { active, bureau, key, openedGraph, type PairingGraph, told } from './under-test.ts';
import { activityInput, dispatchInput, work, worked } from './work-under-test.ts';

let graph: PairingGraph;

beforeAll(async () => {
  graph = await openedGraph();
});
afterAll(() => graph.stop());

/** What all that was told comes to in the county: the sums that the projection keeps. */
async function sums(): Promise<Readonly<Record<string, number>>> {
  const totals: Record<string, number> = {};
  for (const event of await graph.outbox()) {
    const deltas = foldPairingEvent(event as unknown as KnownEvent<EventTypeOf<'pairing'>>);
    for (const { figures } of deltas.filter(({ period }) => period === undefined))
      for (const [name, value] of Object.entries(figures)) totals[name] = (totals[name] ?? 0) + Number(value);
  }
  return Object.fromEntries(Object.entries(totals).filter(([, value]) => value !== 0));
}
const quietSince = async (id: string): Promise<Record<string, string>> => {
  const { data } = await graph.execute(
    `{ pairing(id: "${id}") { warnings { rule since figures { name value } } } }`,
  );
  const quiet = data.pairing.warnings.filter(({ rule }: { rule: string }) => rule === 'PAIR-11');
  return Object.fromEntries(
    quiet.map(({ figures, since }: { figures: { name: string }[]; since: string }) => [
      figures[0]?.name,
      since,
    ]),
  );
};
const mistake = { reason: '误登:演示' };

describe('strikeSupportActivity', () => {
  it('takes the activity back from figures and ledger, and keeps it with its reason', async () => {
    const pairingId = await active(graph);
    const before = await sums();
    const input = activityInput(pairingId, { heldOn: '2026-06-01' });
    const { id: activityId } = await worked(graph, 'logSupportActivity', input, bureau);
    expect(await quietSince(pairingId)).toEqual({ BUILD_STATION: '2026-05-30' });

    const struck = await worked(
      graph,
      'strikeSupportActivity',
      { activityId, ...mistake, expectedVersion: 1 },
      bureau,
    );

    expect(struck).toMatchObject({ struckOn: '2026-06-30', strikeReason: '误登:演示', participants: 24 });
    expect(await quietSince(pairingId)).toEqual({ BUILD_STATION: '2026-05-30', TRAIN_TALENT: '2026-05-30' });
    expect(await sums()).toEqual(before);
    expect(await told(graph, 'activity-struck')).toMatchObject([{ data: { activityId, participants: 24 } }]);
    expect((await work(graph, 'strikeSupportActivity', { activityId, ...mistake }, bureau)).code).toBe(
      'ACTIVITY_STRUCK',
    );
  });

  it('leaves an earlier activity that stands as the last one; the list tells them apart', async () => {
    const pairingId = await active(graph);
    await worked(graph, 'logSupportActivity', activityInput(pairingId), bureau);
    const later = activityInput(pairingId, { heldOn: '2026-06-01' });
    const { id: activityId } = await worked(graph, 'logSupportActivity', later, bureau);
    await worked(graph, 'strikeSupportActivity', { activityId, ...mistake }, bureau);

    const { data } = await graph.execute(
      `{ supportActivities(where: { pairingId: { eq: "${pairingId}" }, struck: false }) { nodes { heldOn } totalCount } }`,
    );

    expect(data.supportActivities).toEqual({ nodes: [{ heldOn: '2026-04-02' }], totalCount: 1 });
    // 2 April and 90 days: not yet quiet.
    expect(await quietSince(pairingId)).toEqual({ BUILD_STATION: '2026-05-30' });
  });

  it('is one request under one key, and asks for the version that was read', async () => {
    const { id: activityId } = await worked(
      graph,
      'logSupportActivity',
      activityInput(await active(graph)),
      bureau,
    );
    const stale = { activityId, ...mistake, expectedVersion: 9 };
    const once = { activityId, ...mistake, idempotencyKey: key() };

    expect((await work(graph, 'strikeSupportActivity', stale, bureau)).code).toBe('VERSION_CONFLICT');
    await worked(graph, 'strikeSupportActivity', once, bureau);
    expect((await worked(graph, 'strikeSupportActivity', once, bureau)).version).toBe(2);
  });
});

describe('strikeDispatch', () => {
  it('gives worker, days and the reached 40 days back, and makes room for the right stay', async () => {
    const pairingId = await active(graph);
    const before = await sums();
    const stay = { arrivedOn: '2026-03-02', leftOn: '2026-05-10', workingDays: 45 };
    const wrong = await worked(graph, 'startDispatch', dispatchInput(pairingId, 1, stay), bureau);
    expect(await sums()).toMatchObject({ workersSent: 1, workingDays: 45, workersReachingDays: 1 });

    const struck = await worked(graph, 'strikeDispatch', { dispatchId: wrong.id, ...mistake }, bureau);

    expect(struck).toMatchObject({ status: 'STRUCK', struckOn: '2026-06-30', workingDays: 45, version: 3 });
    expect(await sums()).toEqual(before);
    await worked(graph, 'startDispatch', dispatchInput(pairingId, 1, { ...stay, workingDays: 39 }), bureau);
    const after = await sums();
    expect(after).toMatchObject({ workersSent: 1, workingDays: 39 });
    expect(after).not.toHaveProperty('workersReachingDays');
  });

  it('refuses to end what was struck out, and half of a departure', async () => {
    const pairingId = await active(graph);
    const { id: dispatchId } = await worked(graph, 'startDispatch', dispatchInput(pairingId, 2), bureau);
    await worked(graph, 'strikeDispatch', { dispatchId, ...mistake }, bureau);
    const departure = { dispatchId, leftOn: '2026-04-10', workingDays: 20 };
    const half = dispatchInput(pairingId, 3, { leftOn: '2026-04-10' });

    expect((await work(graph, 'endDispatch', departure, bureau)).code).toBe('DISPATCH_STRUCK');
    expect((await work(graph, 'startDispatch', half, bureau)).code).toBe('BAD_USER_INPUT');
  });
});

describe('strikeTargetProgress', () => {
  it('leaves the entry before it standing, and the target unmet', async () => {
    const target = {
      pairingId: await active(graph),
      taskGroup: 'BUILD_STATION',
      indicator: '建成社工站',
      unit: '个',
      targetValue: 5,
      dueOn: '2026-12-31',
    };
    const { id: targetId } = await worked(graph, 'setPairingTarget', target, bureau);
    await worked(graph, 'recordTargetProgress', { targetId, achievedValue: 2 }, bureau);
    const before = await sums();
    await worked(graph, 'recordTargetProgress', { targetId, achievedValue: 6 }, bureau);

    const struck = await worked(graph, 'strikeTargetProgress', { targetId, entryNo: 2, ...mistake }, bureau);

    expect(struck).toMatchObject({ achievedValue: 2, met: false, progress: [{ struckOn: null }, { no: 2 }] });
    expect(struck.progress[1]).toMatchObject({ achievedValue: 6, strikeReason: '误登:演示' });
    expect(await sums()).toEqual(before);
  });
});
