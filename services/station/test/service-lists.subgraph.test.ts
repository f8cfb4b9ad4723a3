import { type Actor, PUBLIC_ACTOR } from '@qianshou/kernel';
import { anActor, inRegion, ofAgency } from '@qianshou/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { anId, OPERATOR_ID } from './builders.ts';
import {
  aDay,
  combined,
  expectIndexed,
  fillWith,
  MANY,
  plansFor,
  secondPagePlans,
  watchPlans,
} from './query-plans.ts';
import { type StationGraph, stationGraph } from './under-test.ts';

const OTHER_OPERATOR = anId('agy', 2);
const province = inRegion('PROVINCE_AUTHORITY', '420000');
const operator = ofAgency(OPERATOR_ID);

let graph: StationGraph;

/** Four prefectures of Hubei with twenty counties and a station in each, two in five run by the second operator. */
const stationAt = (at: number) => {
  const prefix = `420${5 + (at % 4)}`;
  const countyCode = `${prefix}${25 + (at % 20)}`;
  return { stationId: anId('sta', at % 20), countyCode, townshipCode: `${countyCode}101` };
};

beforeAll(async () => {
  graph = await stationGraph();
  await fillWith(graph, 'service_records', (at) => {
    const { countyCode } = stationAt(at);
    return {
      _id: anId('srv', at),
      ...stationAt(at),
      prefectureCode: `${countyCode.slice(0, 4)}00`,
      domain: at % 2 === 0 ? 'ELDERLY_CARE' : 'CHILD_CARE',
      method: at % 3 === 0 ? 'CASE' : 'GROUP',
      beneficiaryGroup: Math.floor(at / 20) % 5 === 0 ? 'LONE_ELDERLY' : null,
      servedOn: aDay(at),
    };
  });
  await graph.connection.collection<{ _id: string }>('stations').insertMany(
    Array.from({ length: 20 }, (_, at) => {
      const { stationId, ...place } = stationAt(at);
      const operatorAgencyId = at % 5 < 3 ? OPERATOR_ID : OTHER_OPERATOR;
      return { _id: stationId, ...place, operatorAgencyId, status: 'OPERATING', version: 1 };
    }),
  );
  await watchPlans(graph, 2);
});
afterAll(async () => {
  await watchPlans(graph, 0);
  await graph.stop();
});

const STATION = `stationId: { eq: "${anId('sta', 3)}" }`;
const within = (code: string) => `regionCode: { within: "${code}" }`;
const PLACES = [
  STATION,
  `${STATION}, ${within('420800')}`,
  ...['420000', '420500', '420525', '420525101'].map(within),
];
const CASES = PLACES.flatMap((place) =>
  combined([
    'domain: { in: [ELDERLY_CARE, CHILD_CARE] }',
    'method: { in: [CASE, GROUP] }',
    'beneficiaryGroup: { in: [LONE_ELDERLY] }',
    'from: "2026-03-01"',
    'to: "2026-08-01"',
  ]).map((rest) => [place, rest].filter((part) => part !== '').join(', ')),
);

describe('every combination of filters that the list of service records allows', () => {
  it.each(CASES)('serviceRecords(where: { %s }) is served by an index', async (where) => {
    expectIndexed(await secondPagePlans(graph, 'serviceRecords', `where: { ${where} }`, province));
  });

  it('is served by the same index for an operator, who finds its own', async () => {
    const args = `where: { ${within('420000')} }`;

    const plans = await secondPagePlans(graph, 'serviceRecords', args, operator);

    expectIndexed(plans);
    expect(plans.find(({ ns }) => ns.endsWith('.service_records'))?.planSummary).toContain('prefectureCode');
  });

  it('is counted by an index', async () => {
    const query = `{ serviceRecords(where: { ${within('420525101')} }, first: 1) { totalCount } }`;

    expectIndexed(await plansFor(graph, query, province));
  });
});

interface Listed {
  readonly id: string;
  readonly servedOn: string;
  readonly domain: string;
}

/** Page by page to the end. */
async function walk(where: string, actor: Actor) {
  const found: Listed[] = [];
  let after = '';
  for (;;) {
    const { data } = await graph.execute(
      `{ serviceRecords(where: { ${where} }, first: 30 ${after}) { totalCount nodes { id servedOn domain } pageInfo { hasNextPage endCursor } } }`,
      {},
      actor,
    );
    const { nodes, pageInfo, totalCount } = data.serviceRecords;
    found.push(...nodes);
    if (pageInfo.hasNextPage !== true) {
      expect(totalCount).toBe(found.length);
      return found;
    }
    after = `after: "${pageInfo.endCursor}"`;
  }
}

describe('the service records of a region', () => {
  it.each([
    ['420000', MANY],
    ['420500', MANY / 4],
    ['420525', MANY / 20],
    ['420525101', MANY / 20],
    ['420602001', 0],
  ])('within %s are each listed once, the newest first', async (code, count) => {
    const found = await walk(within(code), province);

    expect(new Set(found.map(({ id }) => id)).size).toBe(count);
    const days = found.map(({ servedOn }) => servedOn);
    expect(days).toEqual(days.toSorted().toReversed());
  });

  it('are narrowed by domain, method, group and days', async () => {
    const narrowed = `${within('420000')}, domain: { in: [ELDERLY_CARE] }, method: { in: [CASE] }, beneficiaryGroup: { in: [LONE_ELDERLY] }, from: "2026-03-01", to: "2026-08-31"`;

    const found = await walk(narrowed, province);

    const expected = Array.from({ length: MANY }, (_, at) => at).filter(
      (at) =>
        at % 6 === 0 && Math.floor(at / 20) % 5 === 0 && aDay(at) >= '2026-03-01' && aDay(at) <= '2026-08-31',
    );
    expect(new Set(found.map(({ id }) => id))).toEqual(new Set(expected.map((at) => anId('srv', at))));
    expect(expected.length).toBeGreaterThan(0);
  });

  it('are an operator’s own where it runs stations, and nobody else’s', async () => {
    expect(await walk(within('420000'), operator)).toHaveLength((MANY / 5) * 3);
    expect(await walk(within('420000'), ofAgency(OTHER_OPERATOR))).toHaveLength((MANY / 5) * 2);
  });

  it('are all of it for an operator who oversees the region as well', async () => {
    const both = { subject: 'both', grants: [...operator.grants, ...province.grants] };

    expect(await walk(within('420000'), both)).toHaveLength(MANY);
  });
});

describe('who reads the service records of a region', () => {
  const codeFor = async (code: string, actor: Actor) =>
    (await graph.execute(`{ serviceRecords(where: { ${within(code)} }) { totalCount } }`, {}, actor)).code;

  it.each([
    ['a bureau beyond its county', inRegion('COUNTY_CIVIL_AFFAIRS', '420525'), '420500'],
    ['a township office beyond its unit', inRegion('TOWNSHIP_CIVIL_AFFAIRS', '420525101'), '420525'],
    ['a province of another one', inRegion('PROVINCE_AUTHORITY', '640000'), '420000'],
    ['a guidance centre beyond its county', inRegion('GUIDANCE_CENTRE', '420525'), '420500'],
    ['an operator where it runs no station', operator, '640000'],
  ])('is not %s', async (_who, actor, code) => {
    expect(await codeFor(code, actor)).toBe('FORBIDDEN');
  });

  it.each([
    ['the project office', anActor('PROJECT_OFFICE')],
    ['a province of its own', province],
    ['a bureau of its own county', inRegion('COUNTY_CIVIL_AFFAIRS', '420525')],
    ['a township office of its own unit', inRegion('TOWNSHIP_CIVIL_AFFAIRS', '420525101')],
    ['an evaluator of its county', inRegion('EVALUATOR', '420525')],
  ])('is %s', async (_who, actor) => {
    expect(await codeFor('420525101', actor)).toBeUndefined();
  });

  it('is nobody without an account', async () => {
    expect(await codeFor('420525', PUBLIC_ACTOR)).toBe('UNAUTHENTICATED');
  });

  it.each([
    ['names neither a station nor a region', ''],
    ['names the nation', within('000000')],
  ])('is nobody who %s: the list would have no end', async (_what, where) => {
    const query = `{ serviceRecords(where: { ${where} }) { totalCount } }`;

    expect((await graph.execute(query, {}, anActor('PROJECT_OFFICE'))).code).toBe(
      'SERVICE_RECORDS_UNBOUNDED',
    );
  });
});
