import type { Actor } from '@qianshou/kernel';
import { inRegion } from '@qianshou/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { HAIYUAN, NINGXIA } from './builders.ts';
import { filledGraph, FIXTURES, id, MANY } from './list-fixtures.ts';
import { ofAgency, type PairingGraph } from './under-test.ts';
import { office } from './work-under-test.ts';

let graph: PairingGraph;
const province = inRegion('PROVINCE_AUTHORITY', NINGXIA);

beforeAll(async () => {
  graph = await filledGraph();
  await graph.connection.db?.command({ profile: 2 });
});
afterAll(async () => {
  await graph.connection.db?.command({ profile: 0 });
  await graph.stop();
});

interface Plan {
  readonly planSummary: string;
  readonly hasSortStage?: boolean;
}

/** What the database did for one query: no collection may be read whole, nothing sorted in memory. */
async function plansFor(query: string, actor: Actor): Promise<readonly Plan[]> {
  const since = new Date();
  const { errors } = await graph.execute(query, {}, actor);
  expect(errors).toEqual([]);
  const ns = new RegExp(`\\.(${Object.keys(FIXTURES).join('|')})$`);
  const seen = { ts: { $gte: since }, ns, planSummary: { $exists: true } };
  return (await graph.connection.collection('system.profile').find(seen).toArray()) as unknown as Plan[];
}

/** Every combination of up to three filters of a list, the empty one included, and all of them at once. */
function combined(filters: readonly string[]): readonly string[] {
  const all = Array.from({ length: 2 ** filters.length }, (_, bits) =>
    filters.filter((_filter, at) => (bits & (2 ** at)) > 0),
  );
  return all
    .filter(({ length }) => length <= 3 || length === filters.length)
    .map((named) => named.join(', '));
}

const REGION = 'regionCode: { within: "640500" }';
const PAIRING = `pairingId: { eq: "${id('par', 3)}" }`;
const SCHEME = `schemeId: { eq: "${id('sch', 1)}" }`;
const HELPER = `dispatchingAgencyId: { eq: "${id('agy', 3)}" }`;
const HELPED = `recipientAgencyId: { eq: "${id('agy', 103)}" }`;
const GROUP = 'taskGroup: { in: [BUILD_STATION, TRAIN_TALENT] }';
const TIER = 'countyTier: { in: [KEY_COUNTY] }';
const MODE = 'mode: { eq: CROSS_PROVINCE }';
const OF_2026 = '{ eq: 2026 }';
const RECORD = [REGION, PAIRING, SCHEME, HELPER];
const days = (field: string) => `${field}: { gte: "2026-02-01", lte: "2026-08-31" }`;

const LISTS: Readonly<
  Record<string, { readonly filters: readonly string[]; readonly orders: readonly string[] }>
> = {
  agencies: {
    filters: [
      REGION,
      'status: { in: [ACTIVE, SUSPENDED] }',
      'canOperate: true',
      'evaluationGrade: { in: [A3, A5] }',
      'focusArea: { eq: "为老服务" }',
      'name: { startsWith: "演示社工服务中心 1" }',
    ],
    orders: ['HOME_REGION_CODE', 'NAME', 'REGISTERED_ON'],
  },
  cooperationSchemes: {
    filters: [
      'dispatchProvinceCode: { eq: "350000" }',
      'recipientProvinceCode: { eq: "640000" }',
      `year: ${OF_2026}`,
      MODE,
    ],
    orders: ['YEAR'],
  },
  pairings: {
    filters: [
      REGION,
      'status: { in: [ACTIVE] }',
      `cycleYear: ${OF_2026}`,
      SCHEME,
      HELPER,
      HELPED,
      TIER,
      MODE,
    ],
    orders: ['COUNTY_CODE', 'SIGNED_ON', 'STARTS_ON', 'ENDS_ON'],
  },
  pairingApplications: {
    filters: [SCHEME, 'status: { in: [SUBMITTED, DRAFT] }', REGION, HELPER, HELPED],
    orders: ['HANDED_IN'],
  },
  recipientCounties: { filters: [REGION, 'keyCounty: true', 'covered: false'], orders: ['CODE'] },
  pairingTargets: { filters: [...RECORD, GROUP, days('dueOn')], orders: ['DUE_ON'] },
  dispatchAssignments: {
    filters: [
      ...RECORD,
      `workerId: { eq: "${id('wkr', 3)}" }`,
      'status: { in: [PRESENT, STRUCK] }',
      days('arrivedOn'),
    ],
    orders: ['ARRIVED_ON'],
  },
  supportActivities: {
    filters: [...RECORD, GROUP, 'kind: { in: [SUPERVISION] }', 'struck: false', days('heldOn')],
    orders: ['HELD_ON'],
  },
  pairingEvaluations: {
    filters: [
      ...RECORD,
      'kind: { in: [ANNUAL] }',
      'grade: { in: [UNQUALIFIED] }',
      `year: ${OF_2026}`,
      days('evaluatedOn'),
    ],
    orders: ['EVALUATED_ON'],
  },
  publicityItems: {
    filters: [REGION, PAIRING, 'kind: { in: [NEWS] }', days('publishedOn')],
    orders: ['PUBLISHED_ON'],
  },
  exitStandings: {
    filters: [
      REGION,
      SCHEME,
      TIER,
      `cycleYear: ${OF_2026}`,
      'lacks: { in: [LOCAL_STAFF, LOCAL_FUNDING] }',
      'ready: false',
    ],
    orders: ['UNMET_COUNT'],
  },
  progressReports: {
    filters: [...RECORD, 'status: { in: [SUBMITTED] }', 'late: true', days('dueOn')],
    orders: ['DUE_ON'],
  },
  supervisionNotes: {
    filters: [...RECORD, 'status: { in: [OPEN] }', days('followUpOn')],
    orders: ['FOLLOW_UP_ON'],
  },
};
const CASES = Object.entries(LISTS).flatMap(([list, { filters, orders }]) =>
  combined(filters).flatMap((where) =>
    orders.flatMap((order) =>
      ['ASC', 'DESC'].map(
        (way) => [list, `where: { ${where} } orderBy: [{ field: ${order}, direction: ${way} }]`] as const,
      ),
    ),
  ),
);
const SUPERVISED = ['QUIET', 'SILENT', 'REPORT_DUE', 'REPORT_LATE'].flatMap((reason) =>
  combined([REGION, SCHEME]).map(
    (where) => ['pairingsToSupervise', `reason: ${reason} where: { ${where} }`] as const,
  ),
);

async function requireIndexed(list: string, args: string, actor: Actor): Promise<void> {
  const page = (after: string) => `{ ${list}(${args} first: 3 ${after}) { pageInfo { endCursor } } }`;
  const first = await graph.execute(page(''), {}, actor);
  expect(first.errors).toEqual([]);
  const cursor = first.data[list].pageInfo.endCursor as string | null;
  const after = cursor === null ? '' : `after: "${cursor}"`;

  const plans = await plansFor(page(after), actor);

  expect(plans.length).toBeGreaterThan(0);
  for (const { planSummary, hasSortStage } of plans) {
    expect(planSummary).not.toContain('COLLSCAN');
    expect(hasSortStage ?? false).toBe(false);
  }
}

describe('every combination of filters and order that a list allows', () => {
  it.each([...CASES, ...SUPERVISED])('%s(%s) is served by an index', async (list, args) => {
    await requireIndexed(list, args, office);
  });
});

describe('lists that show to each reader what concerns them', () => {
  const readers: readonly (readonly [string, Actor])[] = [
    ['a province', province],
    ['an agency', ofAgency(id('agy', 3))],
    ['a county', inRegion('COUNTY_CIVIL_AFFAIRS', HAIYUAN)],
  ];
  const lists = [
    'progressReports(',
    'supervisionNotes(',
    'pairingsToSupervise(reason: QUIET ',
    'pairingApplications(',
  ];

  it.each(readers.flatMap(([who, actor]) => lists.map((list) => [who, list, actor] as const)))(
    'for %s, %s…) is served by an index',
    async (_who, list, actor) => {
      const [name = '', args = ''] = list.split('(');
      await requireIndexed(name, args, actor);
    },
  );
});

describe('a list in an order that some are not part of yet', () => {
  it.each(['ASC', 'DESC'])('pages through all of them, %s, once each', async (way) => {
    const seen: (string | null)[] = [];
    let after = '';
    for (;;) {
      const { data } = await graph.execute(
        `{ pairings(orderBy: [{ field: SIGNED_ON, direction: ${way} }] first: 60 ${after}) { nodes { id signedOn } pageInfo { hasNextPage endCursor } totalCount } }`,
      );
      seen.push(...data.pairings.nodes.map(({ signedOn }: { signedOn: string | null }) => signedOn));
      if (!data.pairings.pageInfo.hasNextPage) break;
      after = `after: "${data.pairings.pageInfo.endCursor}"`;
    }

    const sorted = seen.toSorted((a, b) => (a ?? '').localeCompare(b ?? ''));
    expect(seen).toEqual(way === 'ASC' ? sorted : sorted.toReversed());
    expect(seen).toHaveLength(MANY);
  });
});
