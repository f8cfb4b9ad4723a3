import { ofDuty } from './duty-probes.ts';
import { ofTransfers } from './transfer-probes.ts';
import { ofRenewals } from './renewal-probes.ts';
import { ofRecruitment } from './recruitment-probes.ts';
import { auditProbes, importProbes, type Probe, type Probes } from '@qianshou/testing';
import { CENTRE, HONGHUATAO, OPERATOR, OTHER_OPERATOR, YIDU } from './builders.ts';
import {
  aResidentOnDuty,
  aVerifiedCertificate,
  aWorkerThere,
  CERTIFY,
  certificateInput,
  degreeInput,
  pastInput,
  periodInput,
  type PostingThere,
  PROPOSE,
  RECORD_PAST,
  REVEAL,
  RECORD_DEGREE,
  RECORD_PERIOD,
  CORRECT_EMPLOYMENT,
  employmentOf,
  examInput,
  OFFER_TRANSFER,
  RECORD_ATTEMPT,
  RECORD_EMPLOYMENT,
  RECORD_REGISTRATION,
  REGISTER,
  residentInput,
  REVIEW,
  workerInput,
} from './operations.ts';
import { anIdNumber, aStation, bureau, done, manager, type PersonnelGraph, township } from './under-test.ts';

/** What every operation is asked: about the people of a station of Yidu, their employer and the station's operator. */
export async function probesOf(graph: PersonnelGraph): Promise<Probes> {
  const resident = await aResidentOnDuty(graph, await aWorkerThere(graph, { directsOfficeOf: HONGHUATAO }));
  const posts: Posts = {
    ofResident: (await aResidentOnDuty(graph)).id,
    ofHead: await aHead(graph),
    ofCentreWorker: await aCentreWorker(graph),
  };
  const free = { workerId: await aWorkerThere(graph), stationId: await aStation(graph) };
  const idNumber = anIdNumber(1);
  await aWorkerThere(graph, { idNumber });
  const caseId = await aCase(graph);
  // Clocks run, so that there are deadlines.
  await done(graph, REVIEW, { countyCode: YIDU }, bureau);
  return {
    ...(await auditProbes(graph, 'personnel', { objectId: resident.workerId, region: YIDU })),
    ...(await importProbes(graph, { of: 'Personnel', kind: 'WORKERS', owner: bureau, region: YIDU })),
    ...ofCases(caseId),
    'Mutation.correctSocialWorker': await aCorrection(graph),
    ...(await ofRenewals(graph, resident.workerId)),
    ...(await ofTransfers(graph)),
    ...readings(resident, idNumber),
    ...(await ofPeople(graph, resident)),
    ...ofWorkers(resident, free),
    ...(await ofCertificates(graph, free.workerId)),
    ...(await ofLives(graph, free.workerId)),
    ...(await ofRegistrations(graph)),
    ...(await ofExams(graph)),
    ...(await ofEmployments(graph)),
    ...ofPosts(posts, free),
    ...(await ofRecruitment(graph, free)),
    ...(await ofDuty(graph, resident)),
  };
}

interface Posts {
  readonly ofResident: string;
  readonly ofHead: string;
  readonly ofCentreWorker: string;
}

type Free = Pick<PostingThere, 'workerId' | 'stationId'>;

const COUNTY = { COUNTY: YIDU };
const TOWN = { ...COUNTY, TOWNSHIP: HONGHUATAO };
const OFFICIAL = workerInput({ employerAgencyId: null, directsOfficeOf: HONGHUATAO });

async function aHead(graph: PersonnelGraph): Promise<string> {
  const workerId = await aWorkerThere(graph, OFFICIAL);
  const input = { ...residentInput(workerId, await aStation(graph)), role: 'STATION_HEAD' };
  return (await done(graph, PROPOSE, input, township)).posting.id as string;
}

async function aCentreWorker(graph: PersonnelGraph): Promise<string> {
  const workerId = await aWorkerThere(graph);
  const input = { workerId, centreId: CENTRE, role: 'CENTRE_WORKER', startsOn: '2026-03-01' };
  return (await done(graph, PROPOSE, input, manager)).posting.id as string;
}

/** PER-16: the township office gives a number that the bureau has. */
async function aCase(graph: PersonnelGraph): Promise<string> {
  await done(graph, REGISTER, { ...OFFICIAL, idNumber: anIdNumber(1) }, township);
  const { data } = await graph.execute('{ identityCases { nodes { id } } }', {}, bureau);
  return data.identityCases.nodes[0].id as string;
}

/** Of an official, whom the township registered; each asks for another thing, so that none is the same as before. */
async function aCorrection(graph: PersonnelGraph): Promise<readonly Probe[]> {
  const official = (await done(graph, REGISTER, OFFICIAL, township)).worker.id as string;
  const input = { reason: '演示', priorSocialWorkMonths: 7 };
  return [
    of('an official', { ...input, workerId: official }, TOWN),
    of('one employed', { ...input, workerId: await aWorkerThere(graph) }, { ...COUNTY, EMPLOYER: OPERATOR }),
  ];
}

function ofCases(caseId: string): Probes {
  const verdict = { caseId, outcome: 'SAME_PERSON', note: '演示' };
  return {
    'Query.identityCases': { at: COUNTY },
    'Mutation.settleIdentityCase': of('a case', verdict, COUNTY),
  };
}

function readings({ id, workerId }: PostingThere, idNumber: string): Probes {
  const seen = { ...COUNTY, COUNTY_OF_TOWNSHIP: YIDU, WORKER: workerId };
  const worker = { ...seen, EMPLOYER: OPERATOR };
  const posting = { ...seen, OPERATOR };
  return {
    'Query.socialWorker': { args: { id: workerId }, at: worker },
    'Query.socialWorkers': { at: worker },
    'Query.socialWorkerByIdNumber': { args: { idNumber }, at: { ...COUNTY, EMPLOYER: OPERATOR } },
    'Query.posting': { args: { id }, at: posting },
    'Query.postings': { at: posting },
    'Query.deadlines': { at: posting },
  };
}

/** A township, its operator and the head of its station, who is also a resident elsewhere: each has people. */
async function ofPeople(graph: PersonnelGraph, { workerId }: PostingThere): Promise<Probes> {
  const head = { ...pastInput(workerId, await aStation(graph)), role: 'STATION_HEAD' };
  await done(graph, RECORD_PAST, head, bureau);
  await done(graph, REVEAL, { workerId, field: 'NAME', purpose: '演示' }, bureau);
  return {
    'Query.me': { at: { EACH_ROW: YIDU } },
    'Query.myPeople': { at: { TOWNSHIP: HONGHUATAO, OPERATOR, WORKER: workerId } },
    'Query.personalDataReadings': { at: COUNTY },
  };
}

const of = (kind: string, input: Record<string, unknown>, at: Probe['at']): Probe => ({
  kind,
  args: { input },
  at: at ?? {},
});

function ofWorkers({ workerId }: PostingThere, free: Free): Probes {
  const employed = { ...COUNTY, EMPLOYER: OPERATOR };
  const reveal = { workerId, field: 'NAME', purpose: '演示' };
  return {
    'Mutation.registerSocialWorker': [
      of('an employee', workerInput(), employed),
      of('an official', OFFICIAL, TOWN),
    ],
    'Mutation.recordQualification': of('an employee', certificateInput(free.workerId), employed),
    'Mutation.revealPersonalField': of('an employee', reveal, { ...employed, WORKER: workerId }),
    'Mutation.reviewCertificateDeadlines': of('a county', { countyCode: YIDU }, COUNTY),
  };
}

/** Each is asked of a certificate on which it is possible. */
async function ofCertificates(graph: PersonnelGraph, workerId: string): Promise<Probes> {
  const recorded = async () =>
    (await done(graph, CERTIFY, certificateInput(workerId))).qualification.id as string;
  const because = async () => ({ qualificationId: await recorded(), reason: '演示' });
  const verified = await aVerifiedCertificate(graph, workerId);
  const employed = { ...COUNTY, EMPLOYER: OPERATOR };
  const corrected = { ...(await because()), level: 'SOCIAL_WORKER' };
  return {
    'Mutation.verifyQualification': of('a recorded one', { qualificationId: await recorded() }, COUNTY),
    'Mutation.rejectQualification': of('a recorded one', await because(), COUNTY),
    'Mutation.revokeQualification': of(
      'a verified one',
      { qualificationId: verified, reason: '演示' },
      COUNTY,
    ),
    'Mutation.strikeQualification': of('a recorded one', await because(), employed),
    'Mutation.correctQualification': of('a recorded one', corrected, employed),
  };
}

/** Degrees and service of before, each asked of an entry that stands. */
async function ofLives(graph: PersonnelGraph, workerId: string): Promise<Probes> {
  const { worker: studied } = await done(graph, RECORD_DEGREE, degreeInput(workerId));
  const { worker: served } = await done(graph, RECORD_PERIOD, periodInput(workerId));
  const degree = { workerId, degreeId: studied.degrees[0].degreeId, reason: '演示' };
  const period = { workerId, periodId: served.servicePeriods[0].periodId, reason: '演示' };
  const employed = { ...COUNTY, EMPLOYER: OPERATOR };
  return {
    'Mutation.recordDegree': of('an employee', degreeInput(workerId), employed),
    'Mutation.correctDegree': of('an employee', { ...degree, level: 'MASTER' }, employed),
    'Mutation.strikeDegree': of('an employee', degree, employed),
    'Mutation.recordServicePeriod': of('an employee', periodInput(workerId), employed),
    'Mutation.correctServicePeriod': of('an employee', { ...period, servedTo: '2019-11-30' }, employed),
    'Mutation.strikeServicePeriod': of('an employee', period, employed),
  };
}

/** Employed by the operator since January, and one of them offered to the other. */
async function ofEmployments(graph: PersonnelGraph): Promise<Probes> {
  const anEmployee = async () => {
    const workerId = await aWorkerThere(graph);
    const entry = { workerId, employmentId: employmentOf(workerId), reason: '演示' };
    await done(graph, CORRECT_EMPLOYMENT, { ...entry, employedFrom: '2026-01-10' });
    return entry;
  };
  const { workerId } = await anEmployee();
  const past = { workerId, agencyId: OPERATOR, employedFrom: '2022-01-01', employedTo: '2023-12-31' };
  const { worker } = await done(graph, RECORD_EMPLOYMENT, past);
  const over = { workerId, employmentId: worker.employments[1].employmentId };
  const entry = { ...over, reason: '演示' };
  const offer = { toAgencyId: OTHER_OPERATOR, on: '2026-11-01' };
  const offered = async () => {
    const { workerId: id } = await anEmployee();
    await done(graph, OFFER_TRANSFER, { workerId: id, ...offer }, manager);
    return { workerId: id };
  };
  const employed = { ...COUNTY, EMPLOYER: OPERATOR };
  const earlier = { ...past, employedFrom: '2020-01-01', employedTo: '2020-12-31' };
  return {
    'Mutation.recordEmployment': of('a past one', earlier, employed),
    'Mutation.endEmployment': of('an employment', { ...over, employedTo: '2023-11-30' }, employed),
    'Mutation.offerEmploymentTransfer': of('an employee', { workerId, ...offer }, { EMPLOYER: OPERATOR }),
    'Mutation.confirmEmploymentTransfer': of('an offer', await offered(), { EMPLOYER: OTHER_OPERATOR }),
    'Mutation.declineEmploymentTransfer': of('an offer', await offered(), { EMPLOYER: OTHER_OPERATOR }),
    'Mutation.correctEmployment': of('an employment', { ...entry, employedFrom: '2022-02-01' }, employed),
    'Mutation.strikeEmployment': of('an employment', entry, employed),
  };
}

async function ofExams(graph: PersonnelGraph): Promise<Probes> {
  const workerId = await aWorkerThere(graph);
  const signedUp = examInput(workerId, { status: 'REGISTERED', score: null });
  const { worker } = await done(graph, RECORD_ATTEMPT, signedUp);
  const entry = { workerId, attemptId: worker.examAttempts[0].attemptId };
  const employed = { ...COUNTY, EMPLOYER: OPERATOR };
  const result = { ...entry, status: 'PASSED', score: 70 };
  return {
    'Mutation.recordExamAttempt': of('a paper', examInput(workerId, { examYear: 2024 }), employed),
    'Mutation.recordExamResult': of('a paper', result, employed),
    'Mutation.correctExamAttempt': of('a paper', { ...entry, examYear: 2023, reason: '演示' }, employed),
    'Mutation.strikeExamAttempt': of('a paper', { ...entry, reason: '演示' }, employed),
  };
}

async function ofRegistrations(graph: PersonnelGraph): Promise<Probes> {
  const workerId = await aWorkerThere(graph);
  const qualificationId = await aVerifiedCertificate(graph, workerId);
  const another = await aVerifiedCertificate(graph, workerId);
  const input = { workerId, qualificationId, registeredOn: '2026-02-01' };
  const { worker } = await done(graph, RECORD_REGISTRATION, input);
  const entry = { workerId, registrationId: worker.registrations[0].registrationId, reason: '演示' };
  return {
    'Mutation.recordRegistration': of('a certificate', { ...input, qualificationId: another }, COUNTY),
    'Mutation.correctRegistration': of('a registration', { ...entry, registeredOn: '2026-03-01' }, COUNTY),
    'Mutation.strikeRegistration': of('a registration', entry, COUNTY),
  };
}

function ofPosts({ ofResident, ofHead, ofCentreWorker }: Posts, { workerId, stationId }: Free): Probes {
  const proposal = residentInput(workerId, stationId);
  const { stationId: _station, ...inCentre } = { ...proposal, centreId: CENTRE, role: 'CENTRE_WORKER' };
  const three = { ...TOWN, OPERATOR };
  const centre = { ...COUNTY, OPERATOR };
  const start = (postingId: string) => ({ postingId, startedOn: '2026-03-01' });
  const end = (postingId: string) => ({ postingId, endedOn: '2026-11-20', reason: '演示' });
  return {
    'Mutation.proposePosting': [
      of('PER-4 a resident', proposal, three),
      of('PER-1 a head', { ...proposal, role: 'STATION_HEAD' }, TOWN),
      of('PER-2 a deputy', { ...proposal, role: 'DEPUTY_HEAD' }, { OPERATOR }),
      of('a centre worker', inCentre, centre),
    ],
    'Mutation.signPosting': of('PER-4 a resident', { postingId: ofResident }, three),
    'Mutation.startPosting': [
      of('PER-1 a head', start(ofHead), TOWN),
      of('a centre worker', start(ofCentreWorker), centre),
    ],
    'Mutation.recordPastPosting': of('a resident', pastInput(workerId, stationId), COUNTY),
    'Mutation.endPosting': [
      of('a resident', end(ofResident), three),
      of('a head', end(ofHead), TOWN),
      of('a centre worker', end(ofCentreWorker), centre),
    ],
  };
}
