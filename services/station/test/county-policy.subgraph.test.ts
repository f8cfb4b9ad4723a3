import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bureau, eventsOf, type StationGraph, stationGraph } from './under-test.ts';

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

  it('PER-9 says when the deadline of a certificate is warned of: 180, 90, 30 days before, ours, or as the county decides', async () => {
    const standing = async () =>
      (await eventsOf(graph, 'policy-in-force-changed')).at(-1)?.['certificateWarningDays'];
    expect(await standing()).toEqual([180, 90, 30]);
    const { data } = await graph.execute(
      '{ countyPolicies(where: { regionCode: { within: "420581" } }) { nodes { id certificateWarningDays } } }',
    );
    const [{ id: policyId, certificateWarningDays }] = data.countyPolicies.nodes;
    expect(certificateWarningDays).toEqual([180, 90, 30]);

    const correct = (days: readonly number[]) =>
      graph.execute(
        `mutation ($input: CorrectCountyPolicyInput!) {
          correctCountyPolicy(input: $input) { policy { certificateWarningDays changes { fields } } }
        }`,
        {
          input: {
            policyId,
            reason: '演示',
            certificateWarningDays: days,
          },
        },
        bureau,
      );

    for (const wrong of [[], [30, 90], [90, 90], [731], [30, 0], [6, 5, 4, 3, 2, 1]])
      expect((await correct(wrong)).code).toBe('BAD_USER_INPUT');
    expect((await correct([365, 60])).data.correctCountyPolicy.policy).toEqual({
      certificateWarningDays: [365, 60],
      changes: [{ fields: ['certificateWarningDays'] }],
    });
    expect(await standing()).toEqual([365, 60]);
  });

  it('says what a later policy replaces', async () => {
    await adopt({ validFrom: '2024-01-01', demonstrationStations: 6, countsQuasiTownships: false });

    expect((await eventsOf(graph, 'policy-in-force-changed')).at(-1)).toMatchObject({
      unitsOutOfScope: 1,
      replaces: { demonstrationStations: 5, demonstrationRooms: 10, unitsOutOfScope: 0 },
    });
    expect((await eventsOf(graph, 'policy-revised')).at(-1)).toMatchObject({
      change: 'SUPERSEDED',
      validFrom: '2022-01-01',
      supersededOn: '2024-01-01',
    });
  });

  it.each([
    ['that begins on the day of another', { validFrom: '2024-01-01' }, 'POLICY_DAY_TAKEN'],
    ['that begins more than two years ahead', { validFrom: '2062-01-01' }, 'POLICY_TOO_FAR_AHEAD'],
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

describe('countyPolicies', () => {
  const inForceOn = async (day: string, within = '420000') => {
    const { data, errors } = await graph.execute(
      `{ countyPolicies(where: { regionCode: { within: "${within}" }, inForceOn: "${day}" }) { totalCount nodes { validFrom supersededOn demonstrationStations } } }`,
    );
    expect(errors).toEqual([]);
    return data.countyPolicies.nodes;
  };

  it('lists a county with the one policy in force on a day', async () => {
    const first = { validFrom: '2022-01-01', supersededOn: '2024-01-01', demonstrationStations: 5 };

    expect(await inForceOn('2022-01-01')).toEqual([first]);
    expect(await inForceOn('2023-12-31')).toEqual([first]);
    expect(await inForceOn('2024-01-01')).toMatchObject([{ validFrom: '2024-01-01', supersededOn: null }]);
  });

  it('lists none before the first, nor of another county', async () => {
    expect(await inForceOn('2021-12-31')).toEqual([]);
    expect(await inForceOn('2024-01-01', '420582')).toEqual([]);
  });

  it('lists no policy that ended and was not followed', async () => {
    await adopt({ validFrom: '2025-01-01', validTo: '2025-07-01' });

    expect(await inForceOn('2025-06-30')).toMatchObject([{ validFrom: '2025-01-01' }]);
    expect(await inForceOn('2025-07-01')).toEqual([]);
  });

  it('lists the history of a county in order, newest first when asked', async () => {
    const { data } = await graph.execute(
      '{ countyPolicies(orderBy: [{ field: COUNTY_CODE, direction: DESC }]) { nodes { validFrom county { code } } } }',
    );

    expect(data.countyPolicies.nodes.map((node: { validFrom: string }) => node.validFrom)).toEqual([
      '2025-01-01',
      '2024-01-01',
      '2022-01-01',
    ]);
  });
});
