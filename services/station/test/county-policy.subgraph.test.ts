import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bureau, type StationGraph, stationGraph } from './under-test.ts';

let graph: StationGraph;

beforeAll(async () => {
  graph = await stationGraph();
});
afterAll(() => graph.stop());

const ADOPT =
  'mutation ($input: AdoptCountyPolicyInput!) { adoptCountyPolicy(input: $input) { policy { capPercent validFrom source county { name } } } }';
const input = {
  countyCode: '420581',
  validFrom: '2022-01-01',
  source: '宜都发布',
  demonstrationStations: 5,
  demonstrationRooms: 10,
  certificateYears: 2,
  capPercent: 3,
};
const adopt = (changes: Record<string, unknown> = {}) =>
  graph.execute(ADOPT, { input: { ...input, ...changes } }, bureau);

describe('adoptCountyPolicy', () => {
  it('publishes the numbers with their source', async () => {
    const { data } = await adopt();

    expect(data.adoptCountyPolicy.policy).toEqual({
      capPercent: 3,
      validFrom: '2022-01-01',
      source: '宜都发布',
      county: { name: '宜都市' },
    });
    const event = (await graph.outbox()).find(({ type }) => type === 'qianshou.station.policy-adopted.v1');
    expect(event?.data).toMatchObject({ countyCode: '420581', demonstrationStations: 5, capPercent: 3 });
  });

  it('says what a later policy replaces', async () => {
    await adopt({ validFrom: '2024-01-01', demonstrationStations: 6, countsQuasiTownships: false });

    const event = (await graph.outbox()).findLast(
      ({ type }) => type === 'qianshou.station.policy-adopted.v1',
    );

    expect(event?.data).toMatchObject({
      unitsOutOfScope: 1,
      replaces: { demonstrationStations: 5, demonstrationRooms: 10, unitsOutOfScope: 0 },
    });
  });

  it.each([
    ['that begins with or before the latest', { validFrom: '2024-01-01' }, 'POLICY_PERIOD_WRONG'],
    ['without a source', { source: ' ' }, 'BAD_USER_INPUT'],
    [
      'with a link that runs a script',
      { validFrom: '2025-01-01', sourceUrl: 'javascript:alert(1)' },
      'BAD_USER_INPUT',
    ],
    ['with a cap above 100 percent', { validFrom: '2025-01-01', capPercent: 101 }, 'BAD_USER_INPUT'],
    ['for a township', { countyCode: '420581104' }, 'BAD_USER_INPUT'],
    ['of another county', { countyCode: '420582' }, 'FORBIDDEN'],
    ['on a day that does not exist', { validFrom: '2025-02-30' }, 'BAD_USER_INPUT'],
  ])('refuses a policy %s', async (_what, changes, code) => {
    expect((await adopt(changes)).code).toBe(code);
  });
});
