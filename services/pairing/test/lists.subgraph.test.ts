import type { Actor } from '@qianshou/kernel';
import { inRegion } from '@qianshou/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { FUJIAN, HAIYUAN, NINGXIA } from './builders.ts';
import { ofAgency, type PairingGraph, pairingGraph } from './under-test.ts';
import { office } from './work-under-test.ts';

let graph: PairingGraph;
const province = inRegion('PROVINCE_AUTHORITY', NINGXIA);

/** Enough of each that a plan without an index would show. */
const MANY = 400;

const id = (prefix: string, at: number): string =>
  `${prefix}_01900000-0000-7000-8000-${at.toString(16).padStart(12, '0')}`;
const day = (at: number): string => `2026-0${1 + (at % 9)}-${10 + (at % 18)}`;
const pick = (values: readonly string[], at: number): string => values[at % values.length] ?? '';

const TASK_GROUPS = ['BUILD_STATION', 'GROW_AGENCY', 'TRAIN_TALENT', 'BUILD_SYSTEM'];

function place(at: number) {
  const countyCode = `6405${String(20 + (at % 10))}`;
  const regions = [countyCode, '640500', NINGXIA, '000000'];
  const agencies = { dispatchingAgencyId: id('agy', at % 20), recipientAgencyId: id('agy', 100 + (at % 20)) };
  const audience = [...regions, FUJIAN, ...Object.values(agencies)];
  const of = { pairingId: id('par', at % 7), schemeId: id('sch', at % 3) };
  return { ...of, ...agencies, countyCode, regions, audience, taskGroup: pick(TASK_GROUPS, at) };
}

const FIXTURES: Readonly<Record<string, (at: number) => Record<string, unknown>>> = {
  agencies: (at) => ({
    unifiedSocialCreditCode: String(at),
    homeRegionCode: `6405${String(20 + (at % 10))}`,
    status: pick(['ACTIVE', 'SUSPENDED'], at),
    canOperate: at % 3 === 0,
    evaluationGrade: pick(['UNRATED', 'A3', 'A5'], at),
  }),
  cooperation_schemes: (at) => ({
    recipientProvinceCode: pick([NINGXIA, '630000'], at),
    year: 2020 + (at % 9),
  }),
  pairings: (at) => ({
    ...place(at),
    pairNo: String(at),
    cycleYear: 2020 + (at % 9),
    status: pick(['ACTIVE', 'SIGNED'], at),
  }),
  pairing_applications: (at) => ({
    ...place(at),
    dispatchProvinceCode: FUJIAN,
    status: pick(['DRAFT', 'SUBMITTED'], at),
  }),
  recipient_counties: (at) => ({
    keyCountySource: at % 2 === 0 ? 'https://example.org' : null,
    activePairings: at % 2,
  }),
  pairing_targets: (at) => ({ ...place(at), dueOn: day(at) }),
  dispatch_assignments: (at) => ({
    ...place(at),
    workerId: id('wkr', at % 30),
    status: pick(['PRESENT', 'ENDED'], at),
    arrivedOn: day(at),
  }),
  support_activities: (at) => ({
    ...place(at),
    kind: pick(['SUPERVISION', 'EXCHANGE'], at),
    heldOn: day(at),
  }),
  progress_reports: (at) => ({
    ...place(at),
    period: at,
    status: pick(['SUBMITTED', 'ACCEPTED'], at),
    dueOn: day(at),
  }),
  pairing_evaluations: (at) => ({
    ...place(at),
    year: at,
    kind: pick(['ANNUAL', 'FINAL'], at),
    evaluatedOn: day(at),
  }),
  supervision_notes: (at) => ({ ...place(at), status: pick(['OPEN', 'CLOSED'], at), followUpOn: day(at) }),
  publicity_items: (at) => ({ ...place(at), kind: pick(['NEWS', 'VIDEO'], at), publishedOn: day(at) }),
  exit_standings: (at) => ({
    ...place(at),
    countyTier: pick(['KEY_COUNTY', 'OTHER'], at),
    cycleYear: 2020 + (at % 9),
    unmet: at % 3 === 0 ? [] : ['LOCAL_STAFF'],
    unmetCount: at % 3,
  }),
  work_ledgers: (at) => ({ ...place(at), quietOn: day(at), reportOpensOn: day(at), reportDueOn: day(at) }),
};

beforeAll(async () => {
  graph = await pairingGraph();
  for (const [name, make] of Object.entries(FIXTURES)) {
    const documents = Array.from({ length: MANY }, (_, at) => ({
      _id: name === 'recipient_counties' ? `64${String(1000 + at)}` : id(name.slice(0, 3), at),
      ...make(at),
      version: 1,
    }));
    await graph.connection.collection<{ _id: string }>(name).insertMany(documents);
  }
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

/** Every combination of the filters that a list takes, the empty one included. */
const combined = (filters: readonly string[]): readonly string[] =>
  Array.from({ length: 2 ** filters.length }, (_, bits) =>
    filters.filter((_filter, at) => (bits & (2 ** at)) > 0).join(', '),
  );

const REGION = 'regionCode: { within: "640500" }';
const PAIRING = `pairingId: { eq: "${id('par', 3)}" }`;
const GROUP = 'taskGroup: { in: [BUILD_STATION, TRAIN_TALENT] }';
const LISTS: Readonly<Record<string, { readonly filters: readonly string[]; readonly order?: string }>> = {
  agencies: {
    filters: [
      REGION,
      'status: { in: [ACTIVE, SUSPENDED] }',
      'canOperate: true',
      'evaluationGrade: { in: [A3, A5] }',
    ],
    order: 'HOME_REGION_CODE',
  },
  cooperationSchemes: {
    filters: ['recipientProvinceCode: { eq: "640000" }', 'year: { eq: 2026 }'],
    order: 'YEAR',
  },
  pairings: {
    filters: [
      REGION,
      'status: { in: [ACTIVE] }',
      'cycleYear: { eq: 2026 }',
      `schemeId: { eq: "${id('sch', 1)}" }`,
      `dispatchingAgencyId: { eq: "${id('agy', 3)}" }`,
      `recipientAgencyId: { eq: "${id('agy', 103)}" }`,
    ],
    order: 'COUNTY_CODE',
  },
  pairingApplications: {
    filters: [`schemeId: { eq: "${id('sch', 1)}" }`, 'status: { in: [SUBMITTED, DRAFT] }'],
  },
  recipientCounties: { filters: [REGION, 'keyCounty: true', 'covered: false'] },
  pairingTargets: { filters: [REGION, PAIRING, GROUP], order: 'DUE_ON' },
  dispatchAssignments: {
    filters: [REGION, PAIRING, `workerId: { eq: "${id('wkr', 3)}" }`, 'status: { in: [PRESENT] }'],
    order: 'ARRIVED_ON',
  },
  supportActivities: { filters: [REGION, PAIRING, GROUP, 'kind: { in: [SUPERVISION] }'], order: 'HELD_ON' },
  pairingEvaluations: { filters: [REGION, PAIRING, 'kind: { in: [ANNUAL] }'], order: 'EVALUATED_ON' },
  publicityItems: { filters: [REGION, PAIRING, 'kind: { in: [NEWS] }'], order: 'PUBLISHED_ON' },
  exitStandings: {
    filters: [
      REGION,
      `schemeId: { eq: "${id('sch', 1)}" }`,
      'countyTier: { in: [KEY_COUNTY] }',
      'cycleYear: { eq: 2026 }',
      'lacks: { in: [LOCAL_STAFF, LOCAL_FUNDING] }',
      'ready: false',
    ],
    order: 'UNMET_COUNT',
  },
  progressReports: { filters: [REGION, PAIRING, 'status: { in: [SUBMITTED] }'], order: 'DUE_ON' },
  supervisionNotes: { filters: [REGION, PAIRING, 'status: { in: [OPEN] }'], order: 'FOLLOW_UP_ON' },
};
const CASES = Object.entries(LISTS).flatMap(([list, { filters, order }]) =>
  combined(filters).flatMap((where) =>
    (order === undefined
      ? ['']
      : ['ASC', 'DESC'].map((way) => `orderBy: [{ field: ${order}, direction: ${way} }]`)
    ).map((orderBy) => [list, `where: { ${where} } ${orderBy}`] as const),
  ),
);
const SUPERVISED = ['QUIET', 'REPORT_DUE', 'REPORT_LATE'].flatMap((reason) =>
  combined([REGION, `schemeId: { eq: "${id('sch', 1)}" }`]).map(
    (where) => ['pairingsToSupervise', `reason: ${reason} where: { ${where} }`] as const,
  ),
);

async function requireIndexed(list: string, args: string, actor: Actor): Promise<void> {
  const page = (after: string) => `{ ${list}(${args} first: 3 ${after}) { pageInfo { endCursor } } }`;
  const first = await graph.execute(page(''), {}, actor);
  const cursor = first.data[list].pageInfo.endCursor as string | null;
  const after = cursor === null ? '' : `after: "${cursor}"`;

  const plans = await plansFor(page(after), actor);

  expect(plans.length).toBeGreaterThan(0);
  for (const { planSummary, hasSortStage } of plans) {
    expect(planSummary).not.toContain('COLLSCAN');
    expect(hasSortStage ?? false).toBe(false);
  }
}

describe('every combination of filter and order that a list allows', () => {
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
