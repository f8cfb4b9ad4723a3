import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { decide } from './decisions.ts';
import { active, bureau, openedGraph, type PairingGraph, province, told } from './under-test.ts';
import { dispatchInput, helperOf, work, worked } from './work-under-test.ts';

let graph: PairingGraph;
let worker = 700;

beforeAll(async () => {
  graph = await openedGraph();
});
afterAll(() => graph.stop());

/** A pairing at work with somebody on the spot since 15 March. */
async function withStay() {
  const pairingId = await active(graph);
  const helper = await helperOf(graph, pairingId);
  worker += 1;
  const { id: dispatchId } = await worked(graph, 'startDispatch', dispatchInput(pairingId, worker), helper);
  return { pairingId, helper, dispatchId };
}

const ended = (dispatchId: string) => told(graph, 'dispatch-ended', `dispatch-assignment/${dispatchId}`);

describe('a stay', () => {
  it.each([
    ['terminatePairing', province, { on: '2026-05-10', reason: '演示' }, '2026-05-10'],
    ['beginFinalEvaluation', bureau, { on: '2026-06-01' }, '2026-06-01'],
  ] as const)('ends with its pairing at %s, on its last day', async (operation, actor, input, lastDay) => {
    const { pairingId, dispatchId } = await withStay();

    await decide(graph, operation, { pairingId, ...input }, actor);

    expect(await ended(dispatchId)).toMatchObject([
      { data: { leftOn: lastDay, workingDays: 0, workerDaysBefore: 0, workerDays: 0 } },
    ]);
  });

  it('that ended so is told its working days once, within the days of the pairing', async () => {
    const { pairingId, helper, dispatchId } = await withStay();
    await decide(graph, 'beginFinalEvaluation', { pairingId, on: '2026-06-01' }, bureau);
    const days = { dispatchId, workingDays: 50 };

    const late = await work(graph, 'endDispatch', { ...days, leftOn: '2026-06-20' }, helper);
    const said = await worked(graph, 'endDispatch', { ...days, leftOn: '2026-05-30' }, helper);
    const twice = await work(graph, 'endDispatch', { ...days, leftOn: '2026-05-30' }, helper);

    expect(late.code).toBe('DISPATCH_DATES_INVALID');
    expect(said).toMatchObject({ status: 'ENDED', leftOn: '2026-05-30', workingDays: 50 });
    expect(twice.code).toBe('DISPATCH_ENDED');
    expect(await ended(dispatchId)).toMatchObject([{ data: {} }, { data: { again: true, workerDays: 50 } }]);
  });

  it('does not lie after the end that a pairing is given', async () => {
    const { pairingId } = await withStay();
    const input = { pairingId, on: '2026-03-10', reason: '演示' };

    const { code } = await decide(graph, 'terminatePairing', input, province);

    expect(code).toBe('PAIRING_DATES_INVALID');
  });
});
