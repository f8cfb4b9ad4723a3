import type { RegionCode, Role } from '@qianshou/kernel';
import { inRegion, onlyFor, verdicts } from '@qianshou/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { OPERATOR_ID } from './builders.ts';
import { operating, type StationGraph, stationGraph } from './under-test.ts';

let graph: StationGraph;
let stationId: string;

beforeAll(async () => {
  graph = await stationGraph();
  stationId = await operating(graph);
});
afterAll(() => graph.stop());

const scope = { region: '420581' as RegionCode, agencyId: OPERATOR_ID };
const VERBS: readonly (readonly [string, string, readonly Role[]])[] = [
  ['suspendStation', ', reason: "演示"', ['COUNTY_CIVIL_AFFAIRS']],
  ['resumeStation', '', ['COUNTY_CIVIL_AFFAIRS']],
  ['orderRectification', ', reason: "演示"', ['COUNTY_CIVIL_AFFAIRS']],
  [
    'planRectification',
    ', measures: "演示", completeBy: "2099-01-01"',
    ['COUNTY_CIVIL_AFFAIRS', 'TOWNSHIP_CIVIL_AFFAIRS', 'AGENCY_MANAGER'],
  ],
  ['confirmRectification', '', ['COUNTY_CIVIL_AFFAIRS', 'GUIDANCE_CENTRE', 'EVALUATOR']],
  ['closeStation', ', reason: "演示"', ['COUNTY_CIVIL_AFFAIRS']],
];

describe.each(VERBS)('who may %s', (mutation, rest, admitted) => {
  const query = () =>
    `mutation { ${mutation}(input: { stationId: "${stationId}" ${rest} }) { station { id } } }`;

  it('is nobody else', async () => {
    expect(await verdicts(graph, { query: query(), scope })).toEqual(onlyFor(...admitted));
  });

  it.each(['420582', '420581105', '430000'])('is nobody of %s', async (region) => {
    for (const role of admitted) {
      const { code } = await graph.execute(query(), {}, inRegion(role, region));
      expect(code).toBe('FORBIDDEN');
    }
  });
});
