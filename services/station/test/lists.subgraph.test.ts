import { PUBLIC_ACTOR } from '@qianshou/kernel';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { anId, OPERATOR_ID } from './builders.ts';
import { aDay, combined, expectIndexed, fillWith, MANY, secondPagePlans, watchPlans } from './query-plans.ts';
import { type StationGraph, stationGraph } from './under-test.ts';

let graph: StationGraph;
const STATUSES = ['PLANNED', 'OPERATING', 'RECTIFYING', 'CLOSED'];
const GRADES = ['EXCELLENT', 'GOOD', 'BARELY_QUALIFIED', 'UNQUALIFIED'];

beforeAll(async () => {
  graph = await stationGraph();
  const place = (at: number) => {
    const townshipCode = `4205${String(10 + (at % 20))}${100 + Math.floor(at / 20)}`;
    const countyCode = townshipCode.slice(0, 6);
    return { townshipCode, countyCode, regions: [townshipCode, countyCode, '420500', '420000', '000000'] };
  };
  const fill = (name: string, make: (at: number) => Record<string, unknown>) => fillWith(graph, name, make);
  await fill('stations', (at) => {
    const { townshipCode, countyCode } = place(at);
    const status = STATUSES[at % 4];
    const tier = at % 3 === 0 ? 'DEMONSTRATION' : 'ORDINARY';
    const openedOn = status === 'PLANNED' ? null : aDay(at);
    const gradedBy = at % 5 === 0 ? null : { year: 2022 + (at % 5), grade: GRADES[at % 4], score: 80 };
    const known = { townshipCode, countyCode, status, tier, operatorAgencyId: OPERATOR_ID };
    return { _id: anId('sta', at), ...known, openedOn, gradedBy };
  });
  await fill('guidance_centres', (at) => ({
    _id: anId('ctr', at),
    countyCode: `42${String(1000 + at)}`,
    status: ['PLANNED', 'OPERATING', 'CLOSED'][at % 3],
  }));
  await fill('village_rooms', (at) => ({
    _id: anId('vrm', at),
    ...place(at),
    villageName: `演示村 ${at}`,
    stationId: anId('sta', at % 7),
    demonstration: at % 2 === 0,
    meetsStandard: at % 3 === 0,
    status: at % 8 === 0 ? 'CLOSED' : 'OPERATING',
  }));
  await fill('station_evaluations', (at) => ({
    _id: anId('sev', at),
    ...place(at),
    stationId: anId('sta', at % 7),
    operatorAgencyId: OPERATOR_ID,
    grade: GRADES[at % 4],
    evaluatedOn: aDay(at),
    year: at,
    kind: 'ANNUAL',
  }));
  await fill('complaints', (at) => ({
    _id: anId('cmp', at),
    ...place(at),
    stationId: anId('sta', at % 7),
    status: at % 2 === 0 ? 'RECEIVED' : 'HANDLED',
    receivedOn: aDay(at),
    dueOn: aDay(at),
    overdueSince: null,
  }));
  await fill('acceptance_checks', (at) => ({
    _id: anId('chk', at),
    ...place(at),
    stationId: anId('sta', at % 7),
    result: at % 4 === 0 ? 'PASSED' : 'REFUSED',
    checkedOn: aDay(at),
    rectifyBy: at % 4 === 0 ? null : aDay(at + 5),
    awaitsRectification: at % 4 === 1,
  }));
  await fill('county_policies', (at) => ({
    _id: anId('pol', at),
    countyCode: `4205${String(10 + (at % 20))}`,
    validFrom: `20${10 + Math.floor(at / 20)}-01-01`,
    validTo: at % 3 === 0 ? `20${12 + Math.floor(at / 20)}-01-01` : null,
    supersededOn: at % 3 === 0 ? null : `20${11 + Math.floor(at / 20)}-01-01`,
  }));
  await watchPlans(graph, 2);
});
afterAll(async () => {
  await watchPlans(graph, 0);
  await graph.stop();
});

const REGION = 'regionCode: { within: "420500" }';
const STATION = `stationId: { eq: "${anId('sta', 3)}" }`;
const OPERATOR = `operatorAgencyId: { eq: "${OPERATOR_ID}" }`;
const lists: Record<string, { filters: readonly string[]; orders: readonly string[] }> = {
  stations: {
    filters: [
      REGION,
      'status: { in: [OPERATING, PLANNED] }',
      'tier: { in: [DEMONSTRATION] }',
      OPERATOR,
      'unevaluatedIn: 2026',
      'grade: { in: [GOOD, UNQUALIFIED] }',
      'openedOn: { gte: "2026-02-01", lte: "2026-08-01" }',
    ],
    orders: ['TOWNSHIP_CODE', 'OPENED_ON'],
  },
  guidanceCentres: {
    filters: ['regionCode: { within: "420000" }', 'status: { in: [OPERATING] }'],
    orders: [],
  },
  villageRooms: {
    filters: [
      REGION,
      'demonstration: true',
      'meetsStandard: true',
      STATION,
      'status: { in: [OPERATING, CLOSED] }',
    ],
    orders: [],
  },
  stationEvaluations: {
    filters: [REGION, STATION, OPERATOR, 'grade: { in: [GOOD, UNQUALIFIED] }'],
    orders: ['EVALUATED_ON'],
  },
  acceptanceChecks: {
    filters: [
      REGION,
      STATION,
      'result: { eq: REFUSED }',
      'awaitsRectification: true',
      'rectifyBy: { gte: "2026-02-01", lte: "2026-08-01" }',
    ],
    orders: ['CHECKED_ON', 'RECTIFY_BY'],
  },
  countyPolicies: { filters: [REGION, 'inForceOn: "2015-06-01"'], orders: ['COUNTY_CODE'] },
  complaints: { filters: [REGION, STATION, 'status: { in: [RECEIVED] }'], orders: ['RECEIVED_ON'] },
};
const CASES = Object.entries(lists).flatMap(([list, { filters, orders }]) =>
  combined(filters).flatMap((where) =>
    (orders.length === 0
      ? ['']
      : orders.flatMap((field) =>
          ['ASC', 'DESC'].map((way) => `orderBy: [{ field: ${field}, direction: ${way} }]`),
        )
    ).map((orderBy) => [list, where, orderBy] as const),
  ),
);
describe('every combination of filter and order that a list allows', () => {
  it.each(CASES)('%s(where: { %s } %s) is served by an index', async (list, where, orderBy) => {
    expectIndexed(await secondPagePlans(graph, list, `where: { ${where} } ${orderBy}`, PUBLIC_ACTOR));
  });
});

describe('stations in the order of their openings', () => {
  async function walk(direction: string) {
    const days: (string | null)[] = [];
    let after = '';
    for (;;) {
      const { data } = await graph.execute(
        `{ stations(orderBy: [{ field: OPENED_ON, direction: ${direction} }], first: 100 ${after}) { nodes { openedOn } pageInfo { hasNextPage endCursor } } }`,
      );
      const { nodes, pageInfo } = data.stations;
      days.push(...nodes.map(({ openedOn }: { openedOn: string | null }) => openedOn));
      if (pageInfo.hasNextPage !== true) return days;
      after = `after: "${pageInfo.endCursor}"`;
    }
  }

  it('are each listed once, those that never opened last when the newest come first', async () => {
    const newestFirst = await walk('DESC');

    expect(newestFirst).toHaveLength(MANY);
    expect(newestFirst.slice(-MANY / 4)).toEqual(Array.from({ length: MANY / 4 }, () => null));
    expect(await walk('ASC')).toEqual(newestFirst.toReversed());
  });
});

describe('what the jobs look for', () => {
  it('is found by an index that holds nothing else', async () => {
    const profile = graph.connection.collection('system.profile');
    const since = new Date();

    await graph.useCases.noteOverdueRectifications();
    await graph.connection.collection('complaints').updateMany({}, { $set: { dueOn: '2999-01-01' } });
    await graph.useCases.noteOverdueComplaints();

    const plans = await profile
      .find({ ts: { $gte: since }, op: 'query', ns: /\.(stations|complaints)$/ })
      .toArray();
    expect(plans.map(({ planSummary }) => planSummary as string)).toEqual([
      'IXSCAN { rectification.dueOn: 1 }',
      'IXSCAN { dueOn: 1 }',
    ]);
  });
});
