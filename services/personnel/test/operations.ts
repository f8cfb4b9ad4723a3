import type { Actor } from '@qianshou/kernel';
import { OPERATOR } from './builders.ts';
import {
  aStation,
  bureau,
  done,
  hearOfPassing,
  manager,
  type PersonnelGraph,
  township,
} from './under-test.ts';

const operation = (name: string, type: string, selection: string) => ({
  name,
  query: `mutation ($input: ${type}!) { ${name}(input: $input) { ${selection} } }`,
});

const POSTING = `posting {
  id status version startedOn certificate certificateClock { startedOn deadline warnedAt }
  missingSignatures signatures { party signedOn } allowedActions warnings { rule }
  candidateRank origin preJobTraining { certificateNo passedOn } worker { id } endReason
}`;

export const REGISTER = operation(
  'registerSocialWorker',
  'RegisterSocialWorkerInput',
  'worker { id version name birthYear phone idNumber employer { id } directsOfficeOf { code } }',
);
export const CERTIFY = operation(
  'recordQualification',
  'RecordQualificationInput',
  'worker { id version qualifications { id } } qualification { id level passLine validWithin { code } }',
);
const QUALIFICATION =
  'worker { id version } qualification { id status struckOn strikeReason decidedOn decisionReason level certificateNo passLine warnings { rule } allowedActions corrections { reason certificateNo level } }';

export const VERIFY = operation('verifyQualification', 'VerifyQualificationInput', QUALIFICATION);
export const REJECT = operation('rejectQualification', 'RejectQualificationInput', QUALIFICATION);
export const REVOKE = operation('revokeQualification', 'RevokeQualificationInput', QUALIFICATION);
export const STRIKE_QUALIFICATION = operation(
  'strikeQualification',
  'StrikeQualificationInput',
  QUALIFICATION,
);
export const CORRECT_QUALIFICATION = operation(
  'correctQualification',
  'CorrectQualificationInput',
  QUALIFICATION,
);
const LIFE =
  'worker { id version degrees { degreeId level struckOn corrections { level reason } } servicePeriods { periodId servedTo struckOn corrections { servedTo } } }';

export const RECORD_DEGREE = operation('recordDegree', 'RecordDegreeInput', LIFE);
export const CORRECT_DEGREE = operation('correctDegree', 'CorrectDegreeInput', LIFE);
export const STRIKE_DEGREE = operation('strikeDegree', 'StrikeDegreeInput', LIFE);
export const RECORD_PERIOD = operation('recordServicePeriod', 'RecordServicePeriodInput', LIFE);
export const CORRECT_PERIOD = operation('correctServicePeriod', 'CorrectServicePeriodInput', LIFE);
export const STRIKE_PERIOD = operation('strikeServicePeriod', 'StrikeServicePeriodInput', LIFE);

const REGISTERED = `worker { id version registrationStanding { status dueOn ceHoursRequired ceHoursDone ceHoursMissing renewableFrom }
  registrations { registrationId kind status validFrom validUntil ceHoursDone ceHoursMissing hoursElsewhere proof struckOn qualification { id }
    allowedActions corrections { registeredOn reason } } }`;

export const RECORD_REGISTRATION = operation('recordRegistration', 'RecordRegistrationInput', REGISTERED);
export const CORRECT_REGISTRATION = operation('correctRegistration', 'CorrectRegistrationInput', REGISTERED);
export const STRIKE_REGISTRATION = operation('strikeRegistration', 'StrikeRegistrationInput', REGISTERED);

const EMPLOYED =
  'worker { id version employer { id } transferOffer { on toAgency { id } } employments { employmentId kind employedFrom employedTo struckOn agency { id } corrections { employedFrom } } }';

export const RECORD_EMPLOYMENT = operation('recordEmployment', 'RecordEmploymentInput', EMPLOYED);
export const END_EMPLOYMENT = operation('endEmployment', 'EndEmploymentInput', EMPLOYED);
export const OFFER_TRANSFER = operation('offerEmploymentTransfer', 'OfferEmploymentTransferInput', EMPLOYED);
export const CONFIRM_TRANSFER = operation(
  'confirmEmploymentTransfer',
  'ConfirmEmploymentTransferInput',
  EMPLOYED,
);
export const DECLINE_TRANSFER = operation(
  'declineEmploymentTransfer',
  'DeclineEmploymentTransferInput',
  'workerId',
);
export const CORRECT_EMPLOYMENT = operation('correctEmployment', 'CorrectEmploymentInput', EMPLOYED);
export const STRIKE_EMPLOYMENT = operation('strikeEmployment', 'StrikeEmploymentInput', EMPLOYED);

/** That of the registration. */
export const employmentOf = (workerId: string): string => workerId.replace('wkr_', 'emp_');

const SAT =
  'worker { id version examAttempts { attemptId level examYear subject status score expiresAfter struckOn allowedActions corrections { examYear reason } } }';

export const RECORD_ATTEMPT = operation('recordExamAttempt', 'RecordExamAttemptInput', SAT);
export const RECORD_RESULT = operation('recordExamResult', 'RecordExamResultInput', SAT);
export const CORRECT_ATTEMPT = operation('correctExamAttempt', 'CorrectExamAttemptInput', SAT);
export const STRIKE_ATTEMPT = operation('strikeExamAttempt', 'StrikeExamAttemptInput', SAT);

export const examInput = (workerId: string, changes: Record<string, unknown> = {}) => ({
  workerId,
  level: 'ASSISTANT',
  examYear: 2025,
  subject: 'PRACTICE',
  status: 'PASSED',
  score: 66,
  ...changes,
});

export const degreeInput = (workerId: string, changes: Record<string, unknown> = {}) => ({
  workerId,
  level: 'BACHELOR',
  major: 'SOCIAL_WORK',
  fullTime: false,
  graduatedOn: '2026-01-10',
  ...changes,
});

export const periodInput = (workerId: string, changes: Record<string, unknown> = {}) => ({
  workerId,
  servedFrom: '2018-01-01',
  servedTo: '2019-12-31',
  proof: '演示:劳动合同',
  ...changes,
});

export const DECIDE_RENEWAL = operation(
  'decideRenewal',
  'DecideRenewalInput',
  'renewal { id status outcome until reason settledOn version } posting { id status endsOn endReason overdueDecision certificateClock { deadline } }',
);

const SAID =
  'worker { id version name birthYear county { code } education { level } phone allowedActions corrections { on reason fields name birthYear county { code } education { level } } }';

export const CORRECT_WORKER = operation('correctSocialWorker', 'CorrectSocialWorkerInput', SAID);

export const REVEAL = operation('revealPersonalField', 'RevealPersonalFieldInput', 'value worker { id }');
export const PROPOSE = operation('proposePosting', 'ProposePostingInput', POSTING);
export const SIGN = operation('signPosting', 'SignPostingInput', POSTING);
export const START = operation('startPosting', 'StartPostingInput', POSTING);
export const RECORD_PAST = operation('recordPastPosting', 'RecordPastPostingInput', POSTING);
export const END = operation('endPosting', 'EndPostingInput', POSTING);
export const REVIEW = operation(
  'reviewCertificateDeadlines',
  'ReviewCertificateDeadlinesInput',
  'clocksStarted warningsIssued markedOverdue requirementsMet',
);

/** An uncertified local in law, in social work since 2021: eligible for the exam since 2023. */
export const workerInput = (changes: Record<string, unknown> = {}) => ({
  countyCode: '420581',
  employerAgencyId: OPERATOR,
  name: '张三',
  birthYear: 1998,
  localResident: true,
  education: { level: 'BACHELOR', major: 'LAW', fullTime: true, graduatedOn: '2020-06-30' },
  socialWorkSince: '2021-01-15',
  ...changes,
});

export async function aWorkerThere(
  graph: PersonnelGraph,
  changes: Record<string, unknown> = {},
): Promise<string> {
  return (await done(graph, REGISTER, workerInput(changes))).worker.id as string;
}

let certificates = 0;

export const certificateInput = (workerId: string, changes: Record<string, unknown> = {}) => {
  certificates += 1;
  return {
    workerId,
    level: 'ASSISTANT',
    certificateNo: `演示-2025-${certificates}`,
    obtainedOn: '2025-08-01',
    ...changes,
  };
};

export async function aCertifiedWorker(graph: PersonnelGraph): Promise<string> {
  const id = await aWorkerThere(graph);
  await aVerifiedCertificate(graph, id);
  return id;
}

/** Recorded, and found by the bureau; answers its id. */
export async function aVerifiedCertificate(
  graph: PersonnelGraph,
  workerId: string,
  changes: Record<string, unknown> = {},
): Promise<string> {
  const { qualification } = await done(graph, CERTIFY, certificateInput(workerId, changes));
  await done(graph, VERIFY, { qualificationId: qualification.id }, bureau);
  return qualification.id as string;
}

export const residentInput = (workerId: string, stationId: string) => ({
  workerId,
  stationId,
  role: 'RESIDENT',
  startsOn: '2026-03-01',
});

export interface PostingThere {
  readonly id: string;
  readonly workerId: string;
  readonly stationId: string;
}

/** Signed by all three, in pre-job training. */
export async function aTraineeThere(
  graph: PersonnelGraph,
  worker?: string,
  station?: string,
): Promise<PostingThere> {
  const workerId = worker ?? (await aWorkerThere(graph));
  const stationId = station ?? (await aStation(graph));
  const { posting } = await done(graph, PROPOSE, residentInput(workerId, stationId), bureau);
  await done(graph, SIGN, { postingId: posting.id }, township);
  await done(graph, SIGN, { postingId: posting.id }, manager);
  return { id: posting.id as string, workerId, stationId };
}

export async function aResidentOnDuty(graph: PersonnelGraph, worker?: string): Promise<PostingThere> {
  const posting = await aTraineeThere(graph, worker);
  await hearOfPassing(graph, posting);
  return posting;
}

export const pastInput = (workerId: string, stationId: string, changes: Record<string, unknown> = {}) => ({
  workerId,
  stationId,
  role: 'RESIDENT',
  startedOn: '2025-01-20',
  preJobCertificateNo: '演示-岗前-2025-1',
  source: '演示:宜都市民政局 2025 年第 7 号',
  ...changes,
});

export async function aPastResident(
  graph: PersonnelGraph,
  changes: Record<string, unknown> = {},
): Promise<PostingThere> {
  const workerId = await aWorkerThere(graph);
  const stationId = await aStation(graph);
  const { posting } = await done(graph, RECORD_PAST, pastInput(workerId, stationId, changes));
  return { id: posting.id as string, workerId, stationId };
}

export async function read(graph: PersonnelGraph, posting: string, actor: Actor = bureau) {
  const query = `query ($id: ID!) { p: posting(id: $id) { ...on Posting ${POSTING.slice('posting '.length)} } }`;
  return (await graph.execute(query, { id: posting }, actor)).data.p;
}
