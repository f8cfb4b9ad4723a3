import { auditProbes, inRegion, type Probe, type Probes } from '@qianshou/testing';
import { OPERATOR, OTHER_OPERATOR, posting, worker, YIDU } from './builders.ts';
import {
  anOpenNationalClass,
  bureau,
  change,
  hearOfDeadline,
  hearOfPosting,
  hearOfWorker,
  listOf,
  otherOperator,
  planClass,
  projectOffice,
  type TrainingGraph,
} from './under-test.ts';

/**
 * What every operation is asked: about a worker of Yidu whom one operator employs and another trains, a national class
 * that is offered to the same, and a class of the prefecture that the same goes to.
 */
export async function probesOf(graph: TrainingGraph): Promise<Probes> {
  const places: Places = {
    preJob: await aPreJobPlace(graph),
    national: await aNationalPlace(graph),
    local: await aLocalPlace(graph),
  };
  await hearOfWorker(graph, 3);
  await hearOfPosting(graph, 3);
  const { classId: objectId } = places.preJob;
  return {
    ...(await auditProbes(graph, 'training', { objectId, region: YIDU })),
    ...readings(places),
    ...ofClasses(places),
    ...ofPlaces(places),
  };
}

interface Place {
  readonly classId: string;
  readonly enrolmentId: string;
  readonly certificate: { readonly id: string; readonly no: string };
}

type Kind = 'preJob' | 'national' | 'local';
type Places = Readonly<Record<Kind, Place>>;

const YICHANG = '420500';
const LOCAL = {
  code: 'LOCAL',
  kind: 'THEMATIC',
  name: '演示专题',
  organiser: '演示中心',
  audience: 'RESIDENTS',
};
const prefecture = inRegion('COUNTY_CIVIL_AFFAIRS', YICHANG);

async function aPreJobPlace(graph: TrainingGraph): Promise<Place> {
  const { data } = await planClass(graph, { organiserAgencyId: OTHER_OPERATOR }, otherOperator);
  const classId = data.planTrainingClass.trainingClass.id as string;
  await hearOfWorker(graph, 1);
  await hearOfPosting(graph, 1, { operatorAgencyId: OTHER_OPERATOR });
  return passed(graph, classId, otherOperator);
}

async function aNationalPlace(graph: TrainingGraph): Promise<Place> {
  const classId = await anOpenNationalClass(graph);
  await hearOfDeadline(graph, 1);
  const [offer] = await listOf(graph, classId);
  await change(graph, 'acceptOffer', { enrolmentId: offer?.id }, bureau);
  return passed(graph, classId, projectOffice);
}

async function aLocalPlace(graph: TrainingGraph): Promise<Place> {
  await change(graph, 'announceProgramme', LOCAL, projectOffice);
  const local = { programmeCode: LOCAL.code, regionCode: YICHANG, organiserAgencyId: null };
  const { data } = await planClass(graph, local, prefecture);
  const classId = data.planTrainingClass.trainingClass.id as string;
  await change(graph, 'enrolWorker', { classId, workerId: worker(1) }, bureau);
  return passed(graph, classId, prefecture);
}

/** Whoever is on the list goes through to a certificate: what a later state refuses comes after access. */
async function passed(graph: TrainingGraph, classId: string, actor: typeof bureau): Promise<Place> {
  const [place] = await listOf(graph, classId);
  await change(graph, 'startTrainingClass', { classId }, actor);
  const result = { enrolmentId: place?.id, attendedHours: 20, score: 90 };
  const { payload, errors } = await change(graph, 'assessEnrolment', result, actor);
  if (errors.length > 0) throw new Error(errors[0]?.message);
  return { classId, enrolmentId: String(place?.id), certificate: payload.enrolment.certificate };
}

const WORKER = { COUNTY: YIDU, EMPLOYER: OPERATOR, WORKER: worker(1) };

function readings({ preJob: { classId, enrolmentId, certificate } }: Places): Probes {
  const at = { ...WORKER, ORGANISER: OTHER_OPERATOR };
  const ofEntity = (type: string, id: string) => (field: string) =>
    `_entities(representations: [{ __typename: "${type}", id: "${id}" }]) { ... on ${type} { ${field} } }`;
  return {
    'Query.programmes': {},
    'Query.programmeByCode': { args: { code: 'PRE_JOB' } },
    'Query.trainingClasses': {},
    'Query.trainingClass': { args: { id: classId } },
    'Query.enrolment': { args: { id: enrolmentId }, at },
    'Query.enrolments': { at },
    'Query.trainingCertificateByNo': { args: { no: certificate.no }, at },
    'Query.trainingNeeds': { at: { COUNTY: YIDU, EMPLOYER: OPERATOR, WORKER: worker(3) } },
    'TrainingClass.enrolments': { below: (field) => `trainingClass(id: "${classId}") { ${field} }`, at },
    'SocialWorker.enrolments': { below: ofEntity('SocialWorker', worker(1)), at },
    'Posting.preJobEnrolment': { below: ofEntity('Posting', posting(1)), at },
  };
}

/** TRA-2: who runs a class depends on its kind. */
const RUNS: Readonly<Record<Kind, Probe>> = {
  preJob: { kind: 'pre-job', at: { ORGANISER: OTHER_OPERATOR }, not: ['PROJECT_OFFICE'] },
  national: { kind: 'national', at: { REGION: '000000' } },
  local: { kind: 'local', at: { REGION: YICHANG }, not: ['PROJECT_OFFICE'] },
};
const KINDS = Object.keys(RUNS) as Kind[];

const ofRunners = (inputOf: (kind: Kind) => Record<string, unknown>): readonly Probe[] =>
  KINDS.map((kind) => ({ ...RUNS[kind], args: { input: inputOf(kind) } }));

function ofClasses(places: Places): Probes {
  const ofClass = (rest: Record<string, unknown> = {}) =>
    ofRunners((kind) => ({ classId: places[kind].classId, ...rest }));
  const days = { startsOn: '2026-03-10', endsOn: '2026-03-12', hours: 20, capacity: 9 };
  const plans = {
    preJob: { ...days, programmeCode: 'PRE_JOB', regionCode: YIDU, organiserAgencyId: OTHER_OPERATOR },
    national: { ...days, programmeCode: 'EXAM_PREP', regionCode: '000000' },
    local: { ...days, programmeCode: LOCAL.code, regionCode: YICHANG },
  };
  return {
    'Mutation.announceProgramme': { args: { input: { ...LOCAL, code: 'ANOTHER' } } },
    'Mutation.planTrainingClass': ofRunners((kind) => plans[kind]),
    'Mutation.openTrainingClass': ofClass(),
    'Mutation.startTrainingClass': ofClass(),
    'Mutation.recordAttendance': ofClass({ attendances: [] }),
    'Mutation.assessClass': ofClass({ results: [] }),
    'Mutation.closeTrainingClass': ofClass(),
    'Mutation.cancelTrainingClass': ofClass({ reason: '演示' }),
    'Mutation.assessEnrolment': ofRunners((kind) => ({ enrolmentId: places[kind].enrolmentId })),
    'Mutation.cancelTrainingCertificate': ofRunners((kind) => ({
      certificateId: places[kind].certificate.id,
      reason: '演示',
    })),
  };
}

/** The worker's side as well as whoever runs the class. */
function ofPlaces(places: Places): Probes {
  const ofEither = (inputOf: (kind: Kind) => Record<string, unknown>): readonly Probe[] =>
    ofRunners(inputOf).map((probe) => ({ ...probe, at: { ...WORKER, ...probe.at } }));
  const { enrolmentId } = places.national;
  return {
    'Mutation.enrolWorker': ofEither((kind) => ({
      classId: places[kind].classId,
      workerId: worker(1),
    })).map((probe) => ({ ...probe, hiddenAs: 'NOT_KNOWN_HERE_YET' })),
    'Mutation.withdrawEnrolment': ofEither((kind) => ({ enrolmentId: places[kind].enrolmentId })),
    'Mutation.acceptOffer': { args: { input: { enrolmentId } }, at: WORKER },
  };
}
