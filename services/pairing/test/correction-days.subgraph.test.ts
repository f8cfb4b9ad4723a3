import { definitionOf, type EventData } from '@qianshou/events';
import { subgraphUnderTest } from '@qianshou/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { pairing } from '../src/container.ts';
import { HAIYUAN, NOW } from './builders.ts';
import { PAPER } from './consents.ts';
import {
  active,
  admin,
  bureau,
  done,
  OPEN_PHASE,
  type PairingGraph,
  phaseInput,
  province,
} from './under-test.ts';
import { activityInput, work, worked } from './work-under-test.ts';

let graph: PairingGraph;
let now = NOW;

beforeAll(async () => {
  graph = await subgraphUnderTest(pairing, { prepare: true, clock: { now: () => now } });
  await done(graph, OPEN_PHASE, phaseInput(), admin);
});
afterAll(() => graph.stop());

const mistake = { reason: '误登:演示', evidence: PAPER };

function policyOf(countyCode: string, facts: Record<string, unknown>) {
  const { example } = definitionOf('qianshou.station.policy-adopted.v1') ?? {};
  const policy = example as EventData<'qianshou.station.policy-adopted.v1'>;
  return graph.hear('qianshou.station.policy-adopted.v1', {
    ...policy,
    countyCode,
    ...facts,
  } as typeof policy);
}

describe('the days in which a record may be put right by who made it', () => {
  it('are those of the policy of the county that is helped, in what is refused and in what is offered', async () => {
    const pairingId = await active(graph);
    const { id: activityId } = await worked(graph, 'logSupportActivity', activityInput(pairingId), bureau);
    const to = (participants: number, actor = bureau) =>
      work(graph, 'correctSupportActivity', { activityId, participants, ...mistake }, actor);
    const agreement = (signedOn: string, actor = bureau) =>
      work(graph, 'correctPairing', { pairingId, signedOn, ...mistake }, actor);

    now = new Date(NOW.getTime() + 3 * 86_400_000);
    await policyOf('110101', { policyId: 'pol_018f0000-0000-7000-8000-0000000000aa', correctionDays: 1 });
    expect((await to(31)).code).toBeUndefined();
    expect((await agreement('2026-02-10')).code).toBeUndefined();

    await policyOf(HAIYUAN, { correctionDays: 1 });
    const late = await to(32);
    expect([late.code, late.details]).toMatchObject(['RECORDED_BY_OTHERS', { days: 1 }]);
    expect((await agreement('2026-02-11')).code).toBe('RECORDED_BY_OTHERS');
    const { data } = await graph.execute(`{ pairing(id: "${pairingId}") { allowedActions } }`, {}, bureau);
    expect(data.pairing.allowedActions).not.toContain('CORRECT');
    expect((await to(32, province)).code).toBeUndefined();

    await policyOf(HAIYUAN, { correctionDays: 20 });
    now = new Date(NOW.getTime() + 12 * 86_400_000);
    expect((await to(33)).code).toBeUndefined();
  });
});
