import { publicText, type Actor, type CalendarDate, type Grant, type RegionCode } from '@qianshou/kernel';
import { type Candidate, candidateFor } from '../src/domain/posting/candidate.ts';
import { agencyId, centreId, postingId, qualificationId, stationId, workerId } from '../src/domain/ids.ts';
import type { Sealed } from '../src/domain/worker/personal-data.ts';
import type { Posting, RegularPosting, TraineePosting } from '../src/domain/posting/posting.ts';
import type {
  PostingRole,
  CentrePlace,
  StaffingPolicy,
  StationPlace,
} from '../src/domain/reference/workplace.ts';
import type { CertificateFacts } from '../src/domain/qualification/certificate-facts.ts';
import { recordPast } from '../src/domain/posting/posting-duty.ts';
import { propose, type RecruitmentFacts, sign } from '../src/domain/posting/posting-recruitment.ts';
import type { Qualification } from '../src/domain/worker/qualification.ts';
import type { SocialWorker } from '../src/domain/worker/social-worker.ts';

/** A readable, literal id: the last digits tell one from another. */
export function uuid(number: number): string {
  return `01900000-0000-7000-8000-${String(number).padStart(12, '0')}`;
}

export const day = (raw: string) => raw as CalendarDate;
export const region = (raw: string) => raw as RegionCode;

export const TODAY = day('2026-11-20');
export const YIDU = region('420581');
export const ELSEWHERE = region('640522');
export const HONGHUATAO = region('420581100');
export const OPERATOR = agencyId(`agy_${uuid(1)}`);
export const OTHER_OPERATOR = agencyId(`agy_${uuid(2)}`);
export const STATION = stationId(`sta_${uuid(11)}`);
export const CENTRE = centreId(`ctr_${uuid(12)}`);
export const WORKER = workerId(`wkr_${uuid(21)}`);
export const POSTING = postingId(`pst_${uuid(23)}`);

export const YIDU_POLICY: StaffingPolicy = { residentsPerStation: 1, certificateYears: 2 };

export function anActor(...grants: readonly Grant[]): Actor {
  return { subject: 'someone', grants };
}

export const BUREAU = anActor({ role: 'COUNTY_CIVIL_AFFAIRS', region: YIDU });
export const TOWNSHIP = anActor({ role: 'TOWNSHIP_CIVIL_AFFAIRS', region: HONGHUATAO });
export const MANAGER = anActor({ role: 'AGENCY_MANAGER', agencyId: OPERATOR });

/** An uncertified local with a full-time degree in law, in social work for a year. */
export function aWorker(facts: Partial<SocialWorker> = {}): SocialWorker {
  return {
    id: WORKER,
    version: 1,
    countyCode: YIDU,
    employerAgencyId: OPERATOR,
    directsOfficeOf: null,
    name: 'v1.k1.n.c.t' as Sealed,
    phone: null,
    idNumber: null,
    idNumberIndex: null,
    birthYear: 1998,
    localResident: true,
    education: { level: 'BACHELOR', major: 'LAW', fullTime: true, graduatedOn: day('2020-06-30') },
    socialWorkSince: day('2021-01-15'),
    priorSocialWorkMonths: 0,
    qualifications: [],
    degrees: [],
    servicePeriods: [],
    registrations: [],
    examAttempts: [],
    employments: [],
    transferOffer: null,
    registeredOn: day('2026-01-10'),
    ...facts,
  };
}

export function aQualification(facts: Partial<Qualification> = {}): Qualification {
  return {
    id: qualificationId(`qua_${uuid(22)}`),
    level: 'ASSISTANT',
    certificateNo: 'DEMO-2025-0001',
    obtainedOn: day('2025-08-01'),
    passLine: 'NATIONAL',
    validWithin: null,
    byExam: true,
    status: 'VERIFIED',
    verdict: null,
    struck: null,
    corrections: [],
    recorded: null,
    ...facts,
  };
}

export function aStationPlace(facts: Partial<StationPlace> = {}): StationPlace {
  return {
    kind: 'STATION',
    stationId: STATION,
    centreId: null,
    townshipCode: HONGHUATAO,
    countyCode: YIDU,
    tier: 'ORDINARY',
    operatorAgencyId: OPERATOR,
    operationMode: 'PURCHASED',
    closed: false,
    ...facts,
  };
}

export const A_CENTRE: CentrePlace = {
  kind: 'CENTRE',
  stationId: null,
  centreId: CENTRE,
  townshipCode: null,
  countyCode: YIDU,
  operatorAgencyId: OPERATOR,
  closed: false,
};

export function aCandidate(facts: Partial<Candidate> = {}): Candidate {
  return { ...candidateFor(aWorker(), YIDU), verified: facts.certified ?? false, ...facts };
}

export function recruitment(facts: Partial<RecruitmentFacts> = {}): RecruitmentFacts {
  return {
    candidate: aCandidate(),
    place: aStationPlace(),
    policy: YIDU_POLICY,
    occupied: 0,
    fullTimePostingId: null,
    ...facts,
  };
}

export function aProposal(role: PostingRole) {
  return { id: POSTING, role, startsOn: day('2026-03-01'), educationException: null };
}

/** Nobody in particular: three different people sign (PER-4), and these are told apart by nothing. */
export const signer = { subject: null, on: day('2026-02-01') };

/** As the repository gives it back: the version has counted the events. */
export function saved<State extends Posting>(change: {
  readonly state: State;
  readonly events: readonly unknown[];
}): State {
  return { ...change.state, version: change.state.version + change.events.length };
}

export function aTrainee(facts: Partial<RecruitmentFacts> = {}): TraineePosting {
  const drafted = saved(propose(aProposal('RESIDENT'), recruitment(facts), { ...signer, party: 'OPERATOR' }));
  const bureau = saved(sign(drafted, 'COUNTY_BUREAU', signer));
  const whole = saved(sign(bureau, 'TOWNSHIP_OFFICE', signer));
  if (whole.status !== 'IN_PRE_JOB_TRAINING') throw new Error('three signatures make it whole');
  return whole;
}

/** A resident since that day, entered as history. */
export function aResident(startedOn: string, facts: CertificateFacts): RegularPosting {
  const input = {
    id: POSTING,
    role: 'RESIDENT',
    startedOn: day(startedOn),
    educationException: null,
    preJobCertificateNo: 'DEMO-PJ-1',
    source: publicText('file 7', 'source'),
  } as const;
  const resident = saved(recordPast(input, recruitment(), facts, TODAY));
  if (resident.status === 'LEFT') throw new Error('who goes on has not left');
  return resident;
}
