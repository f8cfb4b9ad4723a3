import { auditProbes, importProbes, inRegion, type Probe, type Probes } from '@qianshou/testing';
import { OPERATOR, OTHER_OPERATOR, posting, uuid, worker, YIDU } from './builders.ts';
import {
  anOpenNationalClass,
  bureau,
  change,
  hearOfDeadline,
  hearOfHelp,
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
  await anOpenNationalClass(graph);
  return {
    ...(await auditProbes(graph, 'training', { objectId: places.preJob.classId, region: YIDU })),
    ...(await importProbes(graph, { of: 'Training', kind: 'SIGN_IN_LISTS', owner: bureau, region: YIDU })),
    ...readings(places),
    ...ofClasses(places),
    ...ofPlaces(places),
    ...(await ofOutcomes(graph, places)),
    ...(await ofSupervisions(graph)),
  };
}

/** Of the exam course that the project office held. */
async function ofOutcomes(graph: TrainingGraph, { national: { enrolmentId } }: Places): Promise<Probes> {
  const outcome = { enrolmentId, examYear: 2026, level: 'ASSISTANT', sat: true, passed: false };
  const { payload } = await change(graph, 'recordExamOutcome', outcome, bureau);
  const outcomeId = payload.outcome.id as string;
  const at = { COUNTY: YIDU, EMPLOYER: OPERATOR, WORKER: worker(1) };
  const another = { ...outcome, level: 'SENIOR' };
  return {
    'Mutation.recordExamOutcome': { args: { input: another }, at: { ...at, REGION: '000000' } },
    'Mutation.correctExamOutcome': { args: { input: { outcomeId, passed: true, reason: '演示' } }, at },
    'Mutation.strikeExamOutcome': { args: { input: { outcomeId, reason: '演示' } }, at },
  };
}

const STATION = `sta_${uuid(1)}`;

/** By an agency that another county has no share in. */
async function ofSupervisions(graph: TrainingGraph): Promise<Probes> {
  await hearOfHelp(graph, OTHER_OPERATOR);
  const told = {
    stationId: STATION,
    form: 'GROUP',
    delivery: 'ONSITE',
    heldOn: '2026-03-10',
    hours: 3,
    participants: 5,
    topic: '演示主题',
  };
  const byAgency = { ...told, supervisorAgencyId: OTHER_OPERATOR };
  const advised = { ...byAgency, advice: '演示建议', followUpBy: '2026-03-31' };
  const { payload } = await change(graph, 'recordSupervision', advised, otherOperator);
  const supervisionId = payload.supervision.id as string;
  const all = { COUNTY: YIDU, OPERATOR, DISPATCHING_AGENCY: OTHER_OPERATOR };
  const byCentre = await change(graph, 'recordSupervision', told, inRegion('GUIDANCE_CENTRE', YIDU));
  const centreId = byCentre.payload.supervision.id as string;
  const both = (inputOf: (id: string) => Record<string, unknown>): readonly Probe[] => [
    { kind: 'centre', args: { input: inputOf(centreId) }, at: { REGION: YIDU, COUNTY: YIDU } },
    {
      kind: 'agency',
      args: { input: inputOf(supervisionId) },
      at: { REGION: YIDU, DISPATCHING_AGENCY: OTHER_OPERATOR },
    },
  ];
  return {
    'Query.supervisionSessions': { at: all },
    'Query.supervisionDue': { args: { countyCode: YIDU }, at: { COUNTY: YIDU, OPERATOR: OTHER_OPERATOR } },
    'Mutation.recordSupervision': [
      { kind: 'centre', args: { input: told }, at: { COUNTY: YIDU } },
      {
        kind: 'agency',
        args: { input: byAgency },
        at: { DISPATCHING_AGENCY: OTHER_OPERATOR },
        not: ['GUIDANCE_CENTRE'],
      },
    ],
    'Mutation.followUpSupervision': {
      args: { input: { supervisionId, text: '演示跟进' } },
      at: { COUNTY: YIDU, OPERATOR },
    },
    'Mutation.correctSupervision': both((id) => ({ supervisionId: id, hours: 4, reason: '演示' })),
    'Mutation.strikeSupervision': both((id) => ({ supervisionId: id, reason: '演示' })),
  };
}

interface Place {
  readonly classId: string;
  readonly enrolmentId: string;
  readonly sessionId: string;
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
  const sitting = { classId, heldOn: '2026-03-10', hours: 20 };
  const held = await change(graph, 'recordTrainingSession', sitting, actor);
  const result = { enrolmentId: place?.id, attendedHours: 20, score: 90 };
  const { payload, errors } = await change(graph, 'assessEnrolment', result, actor);
  if (errors.length > 0) throw new Error(errors[0]?.message);
  const sessionId = held.payload.session.id as string;
  return { classId, sessionId, enrolmentId: String(place?.id), certificate: payload.enrolment.certificate };
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
    'Query.trainingCertificates': { at },
    'Query.trainingCertificateByNo': { args: { no: certificate.no }, at },
    'Query.examOutcomes': { at: WORKER },
    'Query.isTrainingCertificateGenuine': { args: { no: certificate.no, check: 'A' } },
    'Query.trainingNeeds': { at: { COUNTY: YIDU, EMPLOYER: OPERATOR, WORKER: worker(3) } },
    'TrainingClass.enrolments': { below: (field) => `trainingClass(id: "${classId}") { ${field} }`, at },
    'SocialWorker.creditedHours': { below: ofEntity('SocialWorker', worker(1)), at: WORKER },
    'SocialWorker.enrolments': { below: ofEntity('SocialWorker', worker(1)), at },
    'SocialWorker.helpfulClasses': { below: ofEntity('SocialWorker', worker(1)), at: WORKER },
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

/** What was recorded is put right by whoever recorded it and by who oversees them, so that all of these hear of it. */
const PUTS_RIGHT: Readonly<Record<Kind, Probe>> = {
  preJob: { kind: 'pre-job', at: { ORGANISER: OTHER_OPERATOR, REGION: YIDU } },
  national: { kind: 'national', at: { REGION: '000000', COUNTY: '000000' } },
  local: { kind: 'local', at: { REGION: YICHANG, COUNTY: YICHANG } },
};

const ofPuttingRight = (inputOf: (kind: Kind) => Record<string, unknown>): readonly Probe[] =>
  KINDS.map((kind) => ({ ...PUTS_RIGHT[kind], args: { input: inputOf(kind) } }));

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
    'Mutation.reviseProgramme': { args: { input: { code: LOCAL.code, year: 2027, reason: '演示' } } },
    'Mutation.closeProgramme': { args: { input: { code: LOCAL.code, reason: '演示' } } },
    'Mutation.planTrainingClass': ofRunners((kind) => plans[kind]),
    'Mutation.openTrainingClass': ofClass(),
    'Mutation.startTrainingClass': ofClass(),
    'Mutation.recordAttendance': ofClass({ attendances: [] }),
    'Mutation.assessClass': ofClass({ results: [] }),
    'Mutation.closeTrainingClass': ofClass(),
    'Mutation.reviseTrainingClass': ofClass({ venue: '演示', reason: '演示' }),
    'Mutation.postponeTrainingClass': ofClass({ startsOn: '2026-05-01', reason: '演示' }),
    'Mutation.interruptTrainingClass': ofClass({ reason: '演示' }),
    'Mutation.correctTrainingClass': ofPuttingRight((kind) => ({
      classId: places[kind].classId,
      venue: '演示',
      reason: '演示',
    })),
    'Mutation.recordTrainingSession': ofClass({ heldOn: '2026-03-10', hours: 4 }),
    'Mutation.cancelTrainingClass': ofClass({ reason: '演示' }),
    ...ofSessions(places),
    'Mutation.assessEnrolment': ofRunners((kind) => ({ enrolmentId: places[kind].enrolmentId })),
    'Mutation.correctResult': ofPuttingRight((kind) => ({
      enrolmentId: places[kind].enrolmentId,
      score: 95,
      reason: '演示',
    })),
    'Mutation.strikeResult': ofPuttingRight((kind) => ({
      enrolmentId: places[kind].enrolmentId,
      reason: '演示',
    })),
    'Mutation.recordMakeUp': ofRunners((kind) => ({ enrolmentId: places[kind].enrolmentId, score: 90 })),
    'Mutation.reprintTrainingCertificate': ofRunners((kind) => ({
      certificateId: places[kind].certificate.id,
      reason: '演示',
    })),
    'Mutation.cancelTrainingCertificate': ofRunners((kind) => ({
      certificateId: places[kind].certificate.id,
      reason: '演示',
    })),
  };
}

function ofSessions(places: Places): Probes {
  const reason = '演示';
  return {
    'Mutation.recordSessionAttendance': ofRunners((kind) => ({
      sessionId: places[kind].sessionId,
      attendances: [{ enrolmentId: places[kind].enrolmentId, presence: 'PRESENT' }],
    })),
    'Mutation.correctSessionAttendance': ofPuttingRight((kind) => ({
      sessionId: places[kind].sessionId,
      enrolmentId: places[kind].enrolmentId,
      presence: 'ABSENT',
      reason,
    })),
    'Mutation.correctTrainingSession': ofPuttingRight((kind) => ({
      sessionId: places[kind].sessionId,
      hours: 3,
      reason,
    })),
    'Mutation.strikeTrainingSession': ofPuttingRight((kind) => ({
      sessionId: places[kind].sessionId,
      reason,
    })),
  };
}

/** The worker's side as well as whoever runs the class. */
function ofPlaces(places: Places): Probes {
  const ofEither = (inputOf: (kind: Kind) => Record<string, unknown>): readonly Probe[] =>
    ofRunners(inputOf).map((probe) => ({ ...probe, at: { ...WORKER, ...probe.at } }));
  const { enrolmentId } = places.national;
  return {
    'Mutation.enrolWorker': ofEither((kind) => ({ classId: places[kind].classId, workerId: worker(1) })).map(
      (probe) => ({ ...probe, hiddenAs: 'NOT_KNOWN_HERE_YET' }),
    ),
    'Mutation.withdrawEnrolment': ofEither((kind) => ({ enrolmentId: places[kind].enrolmentId })),
    'Mutation.acceptOffer': { args: { input: { enrolmentId } }, at: WORKER },
  };
}
