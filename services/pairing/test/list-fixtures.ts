import { fillSearch } from '@qianshou/service-kit/mongo';
import { FUJIAN, NINGXIA } from './builders.ts';
import { type PairingGraph, pairingGraph } from './under-test.ts';

/** Enough of each that a plan without an index would show. */
export const MANY = 400;

export const id = (prefix: string, at: number): string =>
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

export const FIXTURES: Readonly<Record<string, (at: number) => Record<string, unknown>>> = {
  agencies: (at) => ({
    unifiedSocialCreditCode: String(at),
    homeRegionCode: `6405${String(20 + (at % 10))}`,
    status: pick(['ACTIVE', 'SUSPENDED'], at),
    canOperate: at % 3 === 0,
    evaluationGrade: pick(['UNRATED', 'A3', 'A5'], at),
    focusAreas: [pick(['为老服务', '儿童服务'], at)],
    name: `演示社工服务中心 ${at}`,
    registeredOn: day(at),
  }),
  cooperation_schemes: (at) => ({
    dispatchProvinceCode: pick([FUJIAN, NINGXIA], at),
    recipientProvinceCode: pick([NINGXIA, '630000'], at),
    mode: pick(['CROSS_PROVINCE', 'INTRA_PROVINCE'], at),
    openingDocumentNo: String(at),
    year: 2020 + (at % 9),
  }),
  pairings: (at) => ({
    ...place(at),
    pairNo: String(at),
    cycleYear: 2020 + (at % 9),
    status: pick(['ACTIVE', 'SIGNED'], at),
    countyTier: pick(['KEY_COUNTY', 'OTHER'], at),
    mode: pick(['CROSS_PROVINCE', 'INTRA_PROVINCE'], at),
    signedOn: at % 4 === 0 ? null : day(at),
    startsOn: at % 3 === 0 ? null : day(at),
    endsOn: at % 3 === 0 ? null : day(at),
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
    struck: at % 5 === 0 ? { on: day(at), reason: '误登' } : null,
    heldOn: day(at),
  }),
  progress_reports: (at) => ({
    ...place(at),
    period: at,
    status: pick(['SUBMITTED', 'ACCEPTED'], at),
    late: at % 4 === 0,
    dueOn: day(at),
  }),
  pairing_evaluations: (at) => ({
    ...place(at),
    year: 2020 + at,
    kind: pick(['ANNUAL', 'FINAL'], at),
    grade: pick(['GOOD', 'UNQUALIFIED'], at),
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

/** The graph with every collection filled, as no command could fill it in a second. */
export async function filledGraph(): Promise<PairingGraph> {
  const graph = await pairingGraph();
  for (const [name, make] of Object.entries(FIXTURES)) {
    const documents = Array.from({ length: MANY }, (_, at) => ({
      _id: name === 'recipient_counties' ? `64${String(1000 + at)}` : id(name.slice(0, 3), at),
      ...make(at),
      version: 1,
    }));
    await graph.connection.collection<{ _id: string }>(name).insertMany(documents);
  }
  await fillSearch({ collection: graph.connection.collection('agencies') as never }, 'name');
  return graph;
}
