import { mend, type Mended } from '@qianshou/service-kit/mending';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { decide } from './decisions.ts';
import { active, bureau, openedGraph, type PairingGraph, told } from './under-test.ts';
import { activityInput, dispatchInput, helperOf, worked } from './work-under-test.ts';

let graph: PairingGraph;

beforeAll(async () => {
  graph = await openedGraph();
});
afterAll(() => graph.stop());

async function mended(dryRun: boolean): Promise<readonly Mended[]> {
  const found: Mended[] = [];
  await mend({ mendings: graph.mendings ?? [], dryRun, onMended: (each) => found.push(each) });
  return found;
}

const collection = (name: string) =>
  graph.connection.collection<{ readonly _id: string } & Readonly<Record<string, unknown>>>(name);

async function stay(serial: number) {
  const pairingId = await active(graph);
  const input = dispatchInput(pairingId, serial);
  const { id } = await worked(graph, 'startDispatch', input, await helperOf(graph, pairingId));
  return { pairingId, id: id as string, workerId: input.workerId };
}

/** As earlier builds took them: nobody had asked personnel. */
const forget = (workerId: string) => collection('worker_facts').deleteOne({ _id: workerId });

const audited = (operation: string) => collection('audit').countDocuments({ operation });

describe('mend, of stays of workers whom nobody registered', () => {
  it('says what it would strike, strikes it by the decision, and finds nothing more', async () => {
    const [ghost, right] = [await stay(801), await stay(802)];
    await forget(ghost.workerId);

    const dry = await mended(true);
    const untouched = await told(graph, 'dispatch-struck');
    const done = await mended(false);

    expect(dry).toMatchObject([
      { kind: 'stay-of-unknown-worker', id: ghost.id, becomes: 'STRUCK', byHand: null },
    ]);
    expect(untouched).toEqual([]);
    expect(done).toMatchObject([{ id: ghost.id, refused: null }]);
    expect(await told(graph, 'dispatch-struck')).toMatchObject([{ data: { dispatchId: ghost.id } }]);
    expect(await collection('dispatch_assignments').findOne({ _id: right.id })).toMatchObject({
      status: 'PRESENT',
    });
    expect(await audited('mend stay-of-unknown-worker')).toBe(1);
    expect(await mended(false)).toEqual([]);
  });

  it('strikes nothing where the copy of the workers is lost, and says how it is heard anew', async () => {
    await stay(841);
    await stay(842);
    const before = await told(graph, 'dispatch-struck');
    const copies = collection('worker_facts');
    const kept = await copies.find().toArray();
    await copies.deleteMany({});

    const found = (await mended(false)).filter(({ kind }) => kind === 'stay-of-unknown-worker');
    await copies.insertMany(kept);

    expect(found.length).toBeGreaterThan(1);
    for (const { byHand } of found) expect(byHand).toContain('npm run copies -- pairing --rebuild');
    expect(await told(graph, 'dispatch-struck')).toEqual(before);
  });

  it('leaves to a person what an ended pairing was judged by', async () => {
    const { pairingId, id, workerId } = await stay(803);
    await decide(graph, 'beginFinalEvaluation', { pairingId, on: '2026-06-01' }, bureau);
    await collection('pairings').updateOne({ _id: pairingId }, { $set: { status: 'COMPLETED' } });
    await forget(workerId);

    const done = await mended(false);

    expect(done).toMatchObject([{ id, byHand: expect.stringContaining('COMPLETED'), refused: null }]);
    await collection('dispatch_assignments').deleteOne({ _id: id });
  });
});

describe('mend, of activities outside the days of their pairing', () => {
  it('strikes them by the decision, so that the ledger follows, and is safe to run twice', async () => {
    const pairingId = await active(graph);
    const { id } = await worked(graph, 'logSupportActivity', activityInput(pairingId), bureau);
    const inside = await worked(graph, 'logSupportActivity', activityInput(pairingId), bureau);
    await collection('support_activities').updateOne({ _id: id }, { $set: { heldOn: '2020-01-01' } });

    const dry = await mended(true);
    await mended(false);

    expect(dry).toMatchObject([{ kind: 'activity-outside-pairing', id, becomes: 'struck' }]);
    expect(await told(graph, 'activity-struck')).toMatchObject([{ data: { activityId: id } }]);
    expect(await collection('support_activities').findOne({ _id: inside.id })).toMatchObject({
      struck: null,
    });
    expect(await audited('mend activity-outside-pairing')).toBe(1);
    expect(await mended(false)).toEqual([]);
  });
});
