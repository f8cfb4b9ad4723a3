import { subgraphUnderTest } from '@qianshou/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { pairing } from '../src/container.ts';
import { HAIYUAN, NOW } from './builders.ts';
import { decide } from './decisions.ts';
import {
  active,
  admin,
  bureau,
  done,
  OPEN_PHASE,
  type PairingGraph,
  phaseInput,
  province,
  told,
} from './under-test.ts';

let graph: PairingGraph;
let now = NOW;

beforeAll(async () => {
  graph = await subgraphUnderTest(pairing, { prepare: true, clock: { now: () => now } });
  await done(graph, OPEN_PHASE, phaseInput(), admin);
});
afterAll(() => graph.stop());

const standing = async (id: string) => {
  const { data } = await graph.execute(
    `{ pairing(id: "${id}") { status endsOn allowedActions extensions { endsOnBefore documentNo } } }`,
    {},
    province,
  );
  return data.pairing;
};
const covers = async () =>
  (await told(graph, 'county-cover-changed', `recipient-county/${HAIYUAN}`)).map(
    ({ data }) => data['activePairings'],
  );

describe('a pairing past its last day', () => {
  it('PAIR-2 covers its county no more, shows as past its end, and works again when it is extended', async () => {
    now = NOW;
    const id = await active(graph);
    now = new Date('2027-01-01T08:00:00+08:00');

    expect(await graph.useCases.notePastEnds()).toEqual({ found: 1 });
    expect(await graph.useCases.notePastEnds()).toEqual({ found: 0 });

    expect(await standing(id)).toMatchObject({
      status: 'PAST_END',
      allowedActions: expect.arrayContaining(['EXTEND', 'BEGIN_FINAL_EVALUATION', 'TERMINATE']),
    });
    expect(await covers()).toEqual([1, 0]);
    expect(await told(graph, 'past-end', `pairing/${id}`)).toMatchObject([
      { data: { endsOn: '2026-12-31' } },
    ]);

    const order = {
      pairingId: id,
      endsOn: '2027-06-30',
      documentNo: '演示〔2026〕9号',
      decidedOn: '2026-12-20',
    };
    const refused = await decide(graph, 'extendPairing', order, bureau);
    const { data } = await decide(graph, 'extendPairing', order, province);

    expect(refused.code).toBe('FORBIDDEN');
    expect(data.extendPairing.pairing.status).toBe('ACTIVE');
    expect(await standing(id)).toMatchObject({
      endsOn: '2027-06-30',
      extensions: [{ endsOnBefore: '2026-12-31', documentNo: '演示〔2026〕9号' }],
    });
    expect(await covers()).toEqual([1, 0, 1]);
  });
});
