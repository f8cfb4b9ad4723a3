import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { decide } from './decisions.ts';
import {
  active,
  bureau,
  matched,
  openedGraph,
  type PairingGraph,
  province,
  scheme,
  told,
} from './under-test.ts';

let graph: PairingGraph;

beforeAll(async () => {
  graph = await openedGraph();
});
afterAll(() => graph.stop());

async function acceptedOf(schemeId: string): Promise<number> {
  const { data } = await graph.execute(`{ cooperationScheme(id: "${schemeId}") { accepted } }`);
  return data.cooperationScheme.accepted;
}

describe('strikePairing', () => {
  it('PAIR-7 gives the place of a terminated match back that was a mistake', async () => {
    const schemeId = await scheme(graph, { quota: 2 });
    const mistaken = await matched(graph, { schemeId });
    const other = await matched(graph, { schemeId });
    const early = await decide(graph, 'strikePairing', { pairingId: mistaken, reason: '演示' }, province);
    for (const pairingId of [mistaken, other])
      await decide(graph, 'terminatePairing', { pairingId, on: '2026-06-30', reason: '演示' }, province);
    const terminated = await acceptedOf(schemeId);

    const struck = await decide(
      graph,
      'strikePairing',
      { pairingId: mistaken, reason: '演示:误匹配' },
      province,
    );
    const again = await decide(graph, 'strikePairing', { pairingId: mistaken, reason: '演示' }, province);
    await decide(graph, 'strikePairing', { pairingId: other, reason: '演示:误匹配' }, province);

    expect(early.code).toBe('PAIRING_NOT_STRIKABLE');
    expect(terminated).toBe(2);
    expect(struck.data.strikePairing.pairing).toMatchObject({ status: 'TERMINATED', allowedActions: [] });
    expect(again.code).toBe('PAIRING_STRUCK');
    expect(await acceptedOf(schemeId)).toBe(0);
    expect(await told(graph, 'struck', `pairing/${mistaken}`)).toHaveLength(1);
    expect((await told(graph, 'scheme-place-returned')).map(({ data }) => data['accepted'])).toEqual([1, 0]);
    await matched(graph, { schemeId });
    expect(await acceptedOf(schemeId)).toBe(1);
  });

  it('is refused once the work began, and to whoever does not direct it', async () => {
    const pairingId = await active(graph);
    const input = { pairingId, reason: '演示' };

    expect((await decide(graph, 'strikePairing', input, province)).code).toBe('PAIRING_NOT_STRIKABLE');
    expect((await decide(graph, 'strikePairing', input, bureau)).code).toBe('FORBIDDEN');
  });
});
