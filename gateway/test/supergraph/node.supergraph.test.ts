import { beforeAll, describe, expect, it } from 'vitest';
import { askDocument } from './documents.ts';
import { ask } from './graph.ts';

/** One of each office, of each kind of agency, of the persons themselves, and everybody. */
const PERSONAS = [
  'admin',
  'project-office',
  'analyst',
  'partner',
  'yidu-bureau',
  'yidu-finance',
  'guidance-centre',
  'evaluator',
  'fujian-province',
  'ningxia-province',
  'haiyuan-bureau',
  'station-head-420581103',
  'operator-1',
  'operator-2',
  'fujian-agency-1',
  'fujian-agency-2',
  'ningxia-agency-1',
  'worker-1',
  'worker-2',
  null,
] as const;

interface Found {
  readonly type: string;
  readonly prefix: string;
  /** What the story has of it. */
  readonly list: string;
  readonly lister: string;
  /** A field that is never null: without it nobody may say that there is something. */
  readonly proof: string;
  /** The type's own field; without one it is found only through others. */
  readonly own: string | null;
}

const page = (list: string) => `{ ${list}(first: 1) { nodes { id } } }`;
const found = (type: string, prefix: string, of: Partial<Found> & Pick<Found, 'list' | 'proof'>): Found => ({
  type,
  prefix,
  lister: 'yidu-bureau',
  own: `${type.charAt(0).toLowerCase()}${type.slice(1)}`,
  ...of,
});

const PERSONAL: readonly Found[] = [
  found('SocialWorker', 'wkr', { list: page('socialWorkers'), proof: 'name' }),
  found('Posting', 'pst', { list: page('postings'), proof: 'role' }),
  found('Enrolment', 'enr', { list: page('enrolments'), proof: 'source' }),
  found('Complaint', 'cmp', { list: page('complaints'), proof: 'kind' }),
  found('Payment', 'pay', { list: page('payments'), proof: 'year' }),
  found('BudgetPlan', 'bud', { list: page('budgetPlans'), proof: 'year' }),
  found('PairingApplication', 'app', {
    list: page('pairingApplications'),
    lister: 'project-office',
    proof: 'status',
  }),
  found('ProgressReport', 'rep', {
    list: page('progressReports'),
    lister: 'project-office',
    proof: 'period',
  }),
  found('SupervisionNote', 'svn', {
    list: page('supervisionNotes'),
    lister: 'project-office',
    proof: 'notedOn',
  }),
];

const PUBLISHED: readonly Found[] = [
  found('Agency', 'agy', { list: page('agencies'), proof: 'name' }),
  found('Contract', 'con', { list: page('contracts'), proof: 'year' }),
  found('CooperationScheme', 'sch', { list: page('cooperationSchemes'), proof: 'quota' }),
  found('DispatchAssignment', 'dsp', { list: page('dispatchAssignments'), proof: 'status' }),
  found('GuidanceCentre', 'ctr', { list: page('guidanceCentres'), proof: 'status' }),
  found('Pairing', 'par', { list: page('pairings'), proof: 'status' }),
  found('PairingEvaluation', 'pev', { list: page('pairingEvaluations'), proof: 'kind' }),
  found('PairingTarget', 'tgt', { list: page('pairingTargets'), proof: 'dueOn' }),
  found('RewardAward', 'awd', { list: page('rewardAwards'), proof: 'status' }),
  found('Station', 'sta', { list: page('stations'), proof: 'status' }),
  found('SupportActivity', 'act', { list: page('supportActivities'), proof: 'kind' }),
  found('TrainingClass', 'cls', { list: page('trainingClasses'), proof: 'status' }),
];

/** Found through others: who may see those sees these. */
const WITHOUT_OWN_FIELD: readonly Found[] = [
  found('AcceptanceCheck', 'chk', { list: page('acceptanceChecks'), proof: 'result', own: null }),
  found('CountyPolicy', 'pol', { list: page('countyPolicies'), proof: 'source', own: null }),
  found('StationEvaluation', 'sev', { list: page('stationEvaluations'), proof: 'grade', own: null }),
  found('ProgrammePhase', 'pha', { list: '{ programmePhases { id } }', proof: 'name', own: null }),
  found('Programme', 'prg', { list: page('programmes'), proof: 'code', own: null }),
  found('FundSource', 'src', {
    list: '{ budgetPlans(first: 1) { nodes { sources { id } } } }',
    proof: 'kind',
    own: null,
  }),
  found('Qualification', 'qua', {
    list: '{ socialWorkers(first: 20) { nodes { qualifications { id } } } }',
    proof: 'certificateNo',
    own: null,
  }),
  found('TrainingCertificate', 'tct', {
    list: '{ enrolments(first: 20) { nodes { certificate { id } } } }',
    proof: 'no',
    own: null,
  }),
];

const ids = new Map<string, string>();
const idOf = (type: string) => ids.get(type) ?? '';
const nodeOf = (type: string, proof: string) =>
  `query ($id: ID!) { it: node(id: $id) { __typename id ... on ${type} { ${proof} } } }`;

/** Who of all personas gets an answer. */
async function shownTo(query: string, id: string): Promise<readonly (string | null)[]> {
  const answers = [];
  for (const persona of PERSONAS) answers.push({ persona, it: (await ask(query, { id }, persona)).data?.it });
  return answers.filter(({ it: answer }) => answer).map(({ persona }) => persona);
}

beforeAll(async () => {
  for (const { type, prefix, list, lister } of [...PERSONAL, ...PUBLISHED, ...WITHOUT_OWN_FIELD]) {
    const { text } = await ask(list, {}, lister);
    const [, id] = new RegExp(`"(${prefix}_[^"]+)"`).exec(text) ?? [];
    if (id === undefined) throw new Error(`the story has no ${type}: ${text}`);
    ids.set(type, id);
  }
});

describe('node', () => {
  it.each([...PERSONAL, ...PUBLISHED, ...WITHOUT_OWN_FIELD])(
    'finds a $type in its own service',
    async ({ type, proof, lister }) => {
      const id = idOf(type);

      const { data, errors } = await ask(nodeOf(type, proof), { id }, lister);

      expect(errors).toEqual([]);
      expect(data.it).toMatchObject({ __typename: type, id });
      expect(data.it[proof]).toBeTruthy();
    },
  );

  it.each([...PERSONAL, ...PUBLISHED])(
    'shows a $type to whom its own field shows it, and to nobody else',
    async ({ type, proof, own }) => {
      const id = idOf(type);
      const direct = await shownTo(`query ($id: ID!) { it: ${own}(id: $id) { ${proof} } }`, id);
      const asNode = await shownTo(nodeOf(type, proof), id);

      expect(asNode).toEqual(direct);
      expect(asNode).not.toEqual([]);
    },
  );

  it.each(PUBLISHED)('shows a $type to everybody', async ({ type, proof }) => {
    expect(await shownTo(nodeOf(type, proof), idOf(type))).toEqual(PERSONAS);
  });

  it.each(['FundSource', 'Qualification', 'TrainingCertificate'])(
    'shows a %s to nobody who asks without a token',
    async (type) => {
      const { proof = '' } = WITHOUT_OWN_FIELD.find((each) => each.type === type) ?? {};

      expect((await ask(nodeOf(type, proof), { id: idOf(type) })).data.it).toBeNull();
    },
  );

  it.each([...PERSONAL, ...PUBLISHED, ...WITHOUT_OWN_FIELD])(
    'answers null for a $type that there is not, without an error',
    async ({ type, prefix, proof, lister }) => {
      const id = `${prefix}_01900000-0000-7000-8000-00000000f00d`;

      const { data, errors } = await ask(nodeOf(type, proof), { id }, lister);

      expect({ data, errors }).toEqual({ data: { it: null }, errors: [] });
    },
  );

  it('asks another service what that service alone decides, also of a person', async () => {
    const id = idOf('SocialWorker');
    const query =
      'query ($id: ID!) { node(id: $id) { ... on SocialWorker { enrolments { nodes { id } } } } }';

    expect((await ask(query, { id }, 'yidu-bureau')).errors).toEqual([]);
    expect((await ask(query, { id }, 'evaluator')).code).toBe('FORBIDDEN');
    expect((await ask(query, { id })).code).toBe('UNAUTHENTICATED');
  });

  it.each([
    ['Region', 'reg_420581', '{ region(code: "420581") { id code stations { nodes { county { id } } } } }'],
    ['RecipientCounty', 'rct_640522', '{ region(code: "640522") { recipientCounty { id code } } }'],
  ])('finds a %s by the id that its code makes', async (type, id, query) => {
    const asNode = await ask(`{ node(id: "${id}") { __typename id ... on ${type} { code } } }`);
    const absent = await ask(`{ node(id: "${id.slice(0, 4)}429998") { id ... on ${type} { code } } }`);

    expect(asNode.errors).toEqual([]);
    expect(asNode.data.node).toEqual({ __typename: type, id, code: id.slice(4) });
    expect((await ask(query)).text).toContain(`"id":"${id}"`);
    expect({ data: absent.data, errors: absent.errors }).toEqual({ data: { node: null }, errors: [] });
  });

  it('tells the id of a region in whichever service names it', async () => {
    const { data } = await ask('{ contracts(first: 1) { nodes { county { id code } } } }');
    const [region] = data.contracts.nodes.map((each: { county: unknown }) => each.county);

    expect(region.id).toBe(`reg_${region.code}`);
  });

  it('refuses an id of no kind with the kinds that there are', async () => {
    const { code, errors } = await ask('{ node(id: "xyz_01900000-0000-7000-8000-00000000f00d") { id } }');

    expect(code).toBe('BAD_USER_INPUT');
    expect(errors[0]?.extensions.details.expectedPrefixes).toContain('par');
  });
});

describe('a person whom another service refers to', () => {
  it('is null for who may not see the person, and no fault', async () => {
    const query = '{ dispatchAssignments(first: 1) { nodes { worker { id name } } } }';

    const { data, errors } = await ask(query);

    expect({ data, errors }).toEqual({
      data: { dispatchAssignments: { nodes: [{ worker: null }] } },
      errors: [],
    });
  });
});

describe('who builds a console asks', () => {
  it('what to show in place of the values of an enum, or of all', async () => {
    const { labels } = await askDocument('console-labels', null);
    const all = await askDocument('console-labels', null, { type: null });

    expect(labels).toHaveLength(4);
    expect(labels).toContainEqual({
      type: 'StationGrade',
      value: 'BARELY_QUALIFIED',
      zh: '基本合格',
      en: 'Barely qualified',
    });
    expect(all.labels).toEqual(expect.arrayContaining(labels));
  });

  it('what has this id: a station, a pairing, a person whom the public may not see', async () => {
    const asked = (type: string) => askDocument('console-object-by-id', null, { id: idOf(type) });

    expect((await asked('Station')).node).toMatchObject({
      __typename: 'Station',
      stationStatus: 'OPERATING',
    });
    expect((await asked('Pairing')).node.recipientAgency.name).toContain('演示');
    expect((await asked('SocialWorker')).node).toBeNull();
  });
});
