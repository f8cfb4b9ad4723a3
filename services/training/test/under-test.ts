import { definitionOf, type EventData } from '@qianshou/events';
import type { Actor, CalendarDate, Clock, RegionCode } from '@qianshou/kernel';
import { anActor, inRegion, ofAgency, type SubgraphUnderTest, subgraphUnderTest } from '@qianshou/testing';
import { rebuildFigures } from '@qianshou/service-kit/figures';
import type { ImportUseCases } from '@qianshou/service-kit/imports';
import type { UseCases } from '../src/application/use-cases.ts';
import { foldTrainingEvent } from '../src/messaging/figures.ts';
import { training } from '../src/container.ts';
import type { Loaders } from '../src/graphql/loaders.ts';
import { now, OPERATOR, OTHER_OPERATOR, posting, uuid, worker, YIDU } from './builders.ts';

export type TrainingGraph = SubgraphUnderTest<UseCases & ImportUseCases, Loaders>;

export const operator = ofAgency(OPERATOR);
export const otherOperator = ofAgency(OTHER_OPERATOR);
export const projectOffice = anActor('PROJECT_OFFICE');
export const bureau = inRegion('COUNTY_CIVIL_AFFAIRS', YIDU);
export const themself = (number: number): Actor => anActor('SOCIAL_WORKER', { workerId: worker(number) });

const AT_ONE_MOMENT: Clock = { now: () => now };

/** The graph with its programmes and two operators that run a station each in Yidu. */
export async function trainingGraph(clock: Clock = AT_ONE_MOMENT): Promise<TrainingGraph> {
  const graph = await subgraphUnderTest(training, { prepare: true, clock });
  await hearOfOperator(graph, 1);
  await hearOfOperator(graph, 2);
  return graph;
}

export async function hearOfOperator(
  graph: TrainingGraph,
  number: number,
  changes: Partial<EventData<'qianshou.pairing.agency-registered.v1'>> = {},
): Promise<void> {
  const agencyId = `agy_${uuid(number)}` as typeof OPERATOR;
  await graph.hear('qianshou.pairing.agency-registered.v1', {
    agencyId,
    name: '演示承接机构',
    homeRegionCode: YIDU,
    canDispatch: false,
    canReceive: false,
    canOperate: true,
    status: 'ACTIVE',
    ...changes,
  });
  await graph.hear('qianshou.station.planned.v1', {
    stationId: `sta_${uuid(number)}` as EventData<'qianshou.station.planned.v1'>['stationId'],
    townshipCode: `42058110${number}` as RegionCode,
    countyCode: YIDU,
    tier: 'ORDINARY',
    operatorAgencyId: agencyId,
  });
}

/** A pairing of this agency works in Yidu. */
export function hearOfHelp(graph: TrainingGraph, dispatchingAgencyId: typeof OPERATOR): Promise<void> {
  const { example } = definitionOf('qianshou.pairing.activated.v1') ?? {};
  return graph.hear('qianshou.pairing.activated.v1', {
    ...(example as EventData<'qianshou.pairing.activated.v1'>),
    countyCode: YIDU,
    dispatchingAgencyId,
  });
}

type Proposed = EventData<'qianshou.personnel.posting-proposed.v1'>;

/** Worker and post of the same number: proposed as a resident of the first operator, with training still to come. */
export function hearOfPosting(
  graph: TrainingGraph,
  number: number,
  changes: Partial<Proposed> = {},
): Promise<void> {
  return graph.hear('qianshou.personnel.posting-proposed.v1', {
    ...post(number),
    operatorAgencyId: OPERATOR,
    certifiedLocal: false,
    needsPreJobTraining: true,
    startsOn: '2026-04-01' as CalendarDate,
    ...changes,
  });
}

export function hearOfLeaving(graph: TrainingGraph, number: number): Promise<void> {
  return graph.hear('qianshou.personnel.posting-ended.v1', {
    ...post(number),
    endedOn: '2026-03-20' as CalendarDate,
    wasOnDuty: false,
  });
}

export function hearOfDeadline(graph: TrainingGraph, number: number, threshold = 90): Promise<void> {
  return graph.hear('qianshou.personnel.certificate-deadline-near.v1', {
    postingId: posting(number),
    workerId: worker(number),
    countyCode: YIDU,
    deadline: '2026-06-01' as CalendarDate,
    daysLeft: 73,
    threshold,
  });
}

export async function hearOfWorker(
  graph: TrainingGraph,
  number: number,
  { countyCode = YIDU, certified = false }: { countyCode?: RegionCode; certified?: boolean } = {},
): Promise<void> {
  const workerId = worker(number);
  const employerAgencyId = OPERATOR;
  await graph.hear('qianshou.personnel.worker-registered.v1', { workerId, countyCode, employerAgencyId });
  if (!certified) return;
  await graph.hear('qianshou.personnel.qualification-obtained.v1', {
    workerId,
    qualificationId: `qua_${uuid(number)}` as QualificationId,
    countyCode,
    level: 'ASSISTANT',
    passLineKind: 'NATIONAL',
    obtainedOn: '2025-08-01' as CalendarDate,
    validWithin: null,
    localResident: true,
  });
}

type QualificationId = EventData<'qianshou.personnel.qualification-obtained.v1'>['qualificationId'];

function post(number: number) {
  return {
    postingId: posting(number),
    workerId: worker(number),
    stationId: `sta_${uuid(1)}` as NonNullable<Proposed['stationId']>,
    centreId: null,
    role: 'RESIDENT' as const,
    countyCode: YIDU,
  };
}

const PLAN = /* GraphQL */ `
  mutation ($input: PlanTrainingClassInput!) {
    planTrainingClass(input: $input) {
      trainingClass {
        id
        status
        version
        kind
        capacity
        passSettings {
          attendancePercent
          score
        }
        tally {
          seated
          waiting
          offered
        }
        allowedActions
      }
    }
  }
`;

const CLASS_INPUT = {
  programmeCode: 'PRE_JOB',
  regionCode: '420581',
  organiserAgencyId: OPERATOR,
  startsOn: '2026-03-10',
  endsOn: '2026-03-12',
  hours: 20,
  capacity: 2,
  openAtOnce: true,
};

export const planClass = (
  graph: TrainingGraph,
  changes: Record<string, unknown> = {},
  actor: Actor = operator,
) => graph.execute(PLAN, { input: { ...CLASS_INPUT, ...changes } }, actor);

/** An open pre-job class of the first operator. */
export async function anOpenPreJobClass(graph: TrainingGraph, changes = {}): Promise<string> {
  const { data } = await planClass(graph, changes);
  return data.planTrainingClass.trainingClass.id as string;
}

/** An open national class to prepare for the examination. */
export async function anOpenNationalClass(graph: TrainingGraph, changes = {}): Promise<string> {
  const national = { programmeCode: 'EXAM_PREP', regionCode: '000000', organiserAgencyId: null };
  const { data } = await planClass(graph, { ...national, ...changes }, projectOffice);
  return data.planTrainingClass.trainingClass.id as string;
}

/** Runs a mutation with one input and answers its payload, its code and the details of a refusal. */
export async function change(
  graph: TrainingGraph,
  mutation: string,
  input: Record<string, unknown>,
  actor: Actor = operator,
) {
  const name = `${mutation[0]?.toUpperCase()}${mutation.slice(1)}`;
  const fields = FIELDS[mutation] ?? 'trainingClass { id status version }';
  const query = `mutation ($input: ${name}Input!) { ${mutation}(input: $input) { ${fields} } }`;
  const answer = await graph.execute(query, { input }, actor);
  return { ...answer, payload: answer.data?.[mutation] };
}

const ENROLMENT = 'id status version attendedHours score certificate { id no hours issuedOn status }';

const SESSION = 'session { id hours struckOn corrections { hours } allowedActions version }';

const FIELDS: Readonly<Record<string, string>> = {
  acceptOffer: `enrolment { ${ENROLMENT} }`,
  announceProgramme: 'programme { id code passSettings { attendancePercent score } }',
  assessClass: `trainingClass { id status version } enrolments { ${ENROLMENT} }`,
  assessEnrolment: `trainingClass { id status version } enrolment { ${ENROLMENT} }`,
  cancelTrainingCertificate: 'certificate { id no status cancelReason version }',
  enrolWorker: `enrolment { ${ENROLMENT} warnings { rule message } }`,
  correctResult: `enrolment { ${ENROLMENT} resultCorrections { result score reason } }`,
  strikeResult: `enrolment { ${ENROLMENT} allowedActions struckResults { result score reason } }`,
  recordMakeUp: `enrolment { ${ENROLMENT} allowedActions makeUp { on score scoreBefore } }`,
  recordTrainingSession: SESSION,
  correctTrainingSession: SESSION,
  strikeTrainingSession: SESSION,
  recordSessionAttendance: `session { id } enrolments { ${ENROLMENT} sessions { presence hours } }`,
  correctSessionAttendance: `enrolment { ${ENROLMENT} sessions { presence hours } }`,
  reprintTrainingCertificate: 'certificate { id no check reprints allowedActions version }',
  recordExamOutcome: 'outcome { id sat passed allowedActions version }',
  correctExamOutcome: 'outcome { id passed corrections { passed } version }',
  strikeExamOutcome: 'outcome { id struckOn strikeReason version }',
  reviseProgramme:
    'programme { code name year ceHours audienceRule closedAt allowedActions passSettings { score } version }',
  closeProgramme: 'programme { code closedAt closeReason allowedActions version }',
  recordSupervision: 'supervision { id followUpBy allowedActions version }',
  followUpSupervision: 'supervision { id followedUpOn followUpText allowedActions version }',
  correctSupervision: 'supervision { id hours corrections { hours } version }',
  strikeSupervision: 'supervision { id struckOn version }',
  recordAttendance: `trainingClass { id status version } enrolments { ${ENROLMENT} }`,
  withdrawEnrolment: `enrolment { ${ENROLMENT} }`,
};

export interface ListedEnrolment {
  readonly id: string;
  readonly status: string;
  readonly worker: { readonly id: string };
  readonly certificate: { readonly id: string; readonly no: string } | null;
}

/** Everybody on the list of a class, in the order in which they came. */
export async function listOf(
  graph: TrainingGraph,
  classId: string,
  actor: Actor = bureau,
): Promise<readonly ListedEnrolment[]> {
  const { data } = await graph.execute(
    `query ($id: ID!) {
      enrolments(where: { classId: { eq: $id } }, first: 100) {
        nodes { id status worker { id } certificate { id no } }
      }
    }`,
    { id: classId },
    actor,
  );
  return data.enrolments.nodes as readonly ListedEnrolment[];
}

export const statusOf = async (graph: TrainingGraph, classId: string): Promise<string> =>
  (await graph.execute('query ($id: ID!) { trainingClass(id: $id) { status } }', { id: classId })).data
    .trainingClass.status as string;

/** Who waits for a class, as the bureau sees it. */
export async function needsIn(graph: TrainingGraph): Promise<readonly string[]> {
  const { data } = await graph.execute(
    '{ trainingNeeds(first: 100) { nodes { kind worker { id } } } }',
    {},
    bureau,
  );
  return data.trainingNeeds.nodes.map(
    (need: { kind: string; worker: { id: string } }) => `${need.kind} ${need.worker.id}`,
  );
}

export async function published(graph: TrainingGraph, name: string) {
  return (await graph.outbox()).filter(({ type }) => type === `qianshou.training.${name}.v1`);
}

/** Counts the outbox into the figures, as the running service does once the events are published. */
export async function countFigures({ connection }: TrainingGraph): Promise<void> {
  const rows = connection.collection('outbox');
  const all = await rows.find().sort({ $natural: 1 }).project({ _id: 1 }).toArray();
  await rows.bulkWrite(
    all.map(({ _id }, at) => ({ updateOne: { filter: { _id }, update: { $set: { seq: at + 1 } } } })),
  );
  const position = { seq: all.length, asOf: new Date() };
  await connection
    .collection<{ _id: string }>('kept_figures')
    .replaceOne({ _id: 'figures' }, position, { upsert: true });
  await rebuildFigures({ connection, service: 'training', fold: foldTrainingEvent });
}
