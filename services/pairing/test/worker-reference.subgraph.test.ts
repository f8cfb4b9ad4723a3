import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { HAIYUAN } from './builders.ts';
import { active, bureau, key, openedGraph, type PairingGraph } from './under-test.ts';
import { dispatchInput, hearOfWorker, mutationOf } from './work-under-test.ts';

let graph: PairingGraph;
let pairingId: string;
let sides: { dispatchingAgency: { id: string }; recipientAgency: { id: string } };

beforeAll(async () => {
  graph = await openedGraph();
  pairingId = await active(graph);
  const { data } = await graph.execute(
    `{ pairing(id: "${pairingId}") { dispatchingAgency { id } recipientAgency { id } } }`,
  );
  sides = data.pairing;
});
afterAll(() => graph.stop());

const workerOf = (serial: number) => dispatchInput(pairingId, serial).workerId;
const ask = (operation: string, input: Record<string, unknown>) =>
  graph.execute(mutationOf(operation), { input: { idempotencyKey: key(), pairingId, ...input } }, bureau);
const register = (serial: number, countyCode: string, employerAgencyId: string | null) =>
  hearOfWorker(graph, { workerId: workerOf(serial), countyCode, employerAgencyId });

describe('startDispatch names a worker of the dispatching agency', () => {
  it('refuses one who does not exist and one of somebody else alike', async () => {
    await register(51, HAIYUAN, sides.recipientAgency.id);
    await register(52, HAIYUAN, null);

    const answers = await Promise.all(
      [50, 51, 52].map((serial) => ask('startDispatch', dispatchInput(pairingId, serial))),
    );

    const told = answers.map(({ code, details }, at) =>
      JSON.stringify([code, details]).replace(workerOf(50 + at), 'it'),
    );
    expect(new Set(told).size).toBe(1);
    expect(answers[0]?.code).toBe('NOT_KNOWN_HERE_YET');
  });

  it('takes its own', async () => {
    await register(53, '350203', sides.dispatchingAgency.id);

    expect((await ask('startDispatch', dispatchInput(pairingId, 53))).code).toBeUndefined();
  });
});

describe('PAIR-10 nameTrainees names people of the recipient side', () => {
  it('refuses unknown people and those of elsewhere, and names them', async () => {
    await register(61, HAIYUAN, null);
    await register(62, '350203', sides.dispatchingAgency.id);

    const { code, details } = await ask('nameTrainees', { workerIds: [61, 62, 63].map(workerOf) });

    expect(code).toBe('NOT_KNOWN_HERE_YET');
    expect(details['id']).toEqual([62, 63].map(workerOf));
  });

  it('takes people of the county and of the recipient agency', async () => {
    await register(64, HAIYUAN, null);
    await register(65, '640500', sides.recipientAgency.id);

    expect((await ask('nameTrainees', { workerIds: [64, 65].map(workerOf) })).code).toBeUndefined();
  });
});
