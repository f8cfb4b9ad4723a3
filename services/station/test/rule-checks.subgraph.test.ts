import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { OPERATOR_ID } from './builders.ts';
import { operating, planned, type StationGraph, stationGraph } from './under-test.ts';

let graph: StationGraph;
let id: string;

beforeAll(async () => {
  graph = await stationGraph();
  id = await operating(graph);
});
afterAll(() => graph.stop());

const QUERY =
  'query ($id: ID!) { station(id: $id) { warnings { rule message since figures { name value expected } } checks { rule passed evidence since } } }';
const read = async () => (await graph.execute(QUERY, { id })).data.station;
const warned = async () => (await read()).warnings.map(({ rule }: { rule: string }) => rule);

describe('station.checks', () => {
  it('says for each rule whether the station keeps it, and by what', async () => {
    const { checks } = await read();

    expect(checks).toHaveLength(13);
    expect(checks[0]).toMatchObject({ rule: 'STA-1', passed: true, evidence: '420581104 OPERATING' });
    expect(checks[2]).toMatchObject({ rule: 'STA-3', passed: true });
    expect(checks[3]).toMatchObject({
      rule: 'STA-4',
      passed: false,
      evidence: 'demonstration: 0, ordinary: 1',
    });
    expect(checks[5]).toMatchObject({ rule: 'STA-6', passed: false, evidence: 'no guidance centre' });
  });
});

describe('warnings', () => {
  it('STA-4, STA-6 name the mix of the operator and the missing centre', async () => {
    expect(await warned()).toEqual(['STA-4', 'STA-6']);
  });

  it('PAIR-13 show an operator that pairing suspended; a new station with it is refused', async () => {
    await graph.hear('qianshou.pairing.agency-status-changed.v1', {
      agencyId: OPERATOR_ID,
      status: 'SUSPENDED',
      reason: '演示',
    });

    expect(await warned()).toContain('PAIR-13');
    await expect(planned(graph, '420581105', '姚家店镇')).rejects.toThrow();
  });
});
