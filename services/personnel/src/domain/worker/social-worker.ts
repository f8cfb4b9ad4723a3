import {
  type CalendarDate,
  type Change,
  comparableNumber,
  isWithin,
  type Recorded,
  type RegionCode,
} from '@qianshou/kernel';
import {
  qualificationAreaMissing,
  qualificationDateInFuture,
  qualificationNumberTaken,
  workerBirthYearMismatch,
  workerOfficeElsewhere,
} from './errors.ts';
import type { QualificationLevel } from './levels.ts';
import type { AgencyId, QualificationId, WorkerId } from '../ids.ts';
import type { Degree, LifeFactEvent, ServicePeriod } from './life-fact.ts';
import { requireBornEarly, requirePossibleCertificate, requirePossibleLife } from './possible-life.ts';
import {
  type BlindIndex,
  birthdayOf,
  birthYearOf,
  type IdNumber,
  type PersonalField,
  type Sealed,
} from './personal-data.ts';

import type { Employment, EmploymentEvent, TransferOffer } from './employment.ts';
import type { ExamAttempt } from './exam-attempt.ts';
import type { Registration } from './registration.ts';
import type { Education, PersonCorrection } from './person-facts.ts';
import { isHeld, isValidIn, isVerified, type PassLine, type Qualification } from './qualification.ts';

/** A social worker. What is personal is sealed: the domain carries it and cannot read it. */
export interface SocialWorker {
  readonly id: WorkerId;
  readonly version: number;
  readonly countyCode: RegionCode;
  readonly employerAgencyId: AgencyId | null;
  /** PER-1: the township unit whose civil affairs office this person directs. */
  readonly directsOfficeOf: RegionCode | null;
  readonly name: Sealed;
  readonly phone: Sealed | null;
  readonly idNumber: Sealed | null;
  readonly idNumberIndex: BlindIndex | null;
  readonly birthYear: number;
  /** 本地: from the county in which they are registered. */
  readonly localResident: boolean;
  readonly education: Education;
  readonly socialWorkSince: CalendarDate | null;
  readonly priorSocialWorkMonths: number;
  readonly qualifications: readonly Qualification[];
  /** Beside the highest education. */
  readonly degrees: readonly Degree[];
  /** Social work before the platform of which the days are known. */
  readonly servicePeriods: readonly ServicePeriod[];
  /** Of certificates, 登记. */
  readonly registrations: readonly Registration[];
  /** Papers of the exam. */
  readonly examAttempts: readonly ExamAttempt[];
  /** Who employed them when; empty while nothing but the employer at the registration is known (`employmentsOf`). */
  readonly employments: readonly Employment[];
  readonly transferOffer: TransferOffer | null;
  readonly registeredOn: CalendarDate;
  readonly recorded?: Recorded | null;
  /** What was said of the person before, oldest first; absent in rows of before. */
  readonly corrections?: readonly PersonCorrection[];
}

export interface WorkerRegistered {
  readonly type: 'worker.registered';
  readonly workerId: WorkerId;
  readonly countyCode: RegionCode;
  readonly employerAgencyId: AgencyId | null;
}

export interface QualificationObtained {
  readonly type: 'qualification.obtained';
  readonly workerId: WorkerId;
  readonly qualificationId: QualificationId;
  readonly countyCode: RegionCode;
  readonly level: QualificationLevel;
  readonly passLineKind: PassLine;
  readonly obtainedOn: CalendarDate;
  readonly validWithin: RegionCode | null;
  readonly localResident: boolean;
}

/** What became of a certificate, and whether its holder has one that counts in their county all the same. */
export interface QualificationChanged extends Omit<QualificationObtained, 'type'> {
  readonly type:
    | 'qualification.verified'
    | 'qualification.rejected'
    | 'qualification.revoked'
    | 'qualification.struck'
    | 'qualification.corrected';
  readonly certified: boolean;
}

/** Another county keeps the person from now on. */
export interface CountyChanged extends Pick<SocialWorker, 'countyCode' | 'employerAgencyId'> {
  readonly type: 'worker.county-changed';
  readonly workerId: WorkerId;
  readonly countyBefore: RegionCode;
}

export interface OfficeChanged extends Pick<SocialWorker, 'countyCode' | 'directsOfficeOf'> {
  readonly type: 'worker.office-changed';
  readonly workerId: WorkerId;
}

export type WorkerEvent =
  | EmploymentEvent
  | LifeFactEvent
  | CountyChanged
  | OfficeChanged
  | WorkerRegistered
  | QualificationObtained
  | QualificationChanged;

export type WorkerProfile = Omit<
  SocialWorker,
  | 'version'
  | 'qualifications'
  | 'degrees'
  | 'servicePeriods'
  | 'registrations'
  | 'examAttempts'
  | 'employments'
  | 'transferOffer'
  | 'registeredOn'
  | 'recorded'
  | 'corrections'
>;

export function registerWorker(
  profile: WorkerProfile,
  today: CalendarDate,
): Change<SocialWorker, WorkerEvent> {
  const { id, countyCode, employerAgencyId, directsOfficeOf } = profile;
  if (directsOfficeOf !== null && !isWithin(directsOfficeOf, countyCode)) {
    throw workerOfficeElsewhere({ directsOfficeOf, countyCode });
  }
  requirePossibleLife(profile, today);
  return {
    state: {
      ...profile,
      version: 0,
      qualifications: [],
      degrees: [],
      servicePeriods: [],
      registrations: [],
      examAttempts: [],
      employments: [],
      transferOffer: null,
      registeredOn: today,
    },
    events: [{ type: 'worker.registered', workerId: id, countyCode, employerAgencyId }],
  };
}

/** PER-16: the year is what is kept; where the number is known as well, the two must agree. */
export function agreeOnBirth(birthYear: number, number: IdNumber | null, today: CalendarDate): void {
  if (number === null) return;
  if (birthYearOf(number) !== birthYear) throw workerBirthYearMismatch();
  requireBornEarly(birthdayOf(number), today);
}

export function recordQualification(
  worker: SocialWorker,
  qualification: Qualification,
  today: CalendarDate,
): Change<SocialWorker, WorkerEvent> {
  const kept = possible(worker, qualification, today);
  return {
    state: { ...worker, qualifications: [...worker.qualifications, kept] },
    events: [{ type: 'qualification.obtained', ...qualificationFacts(worker, kept) }],
  };
}

/** What every event about a certificate says of it. */
export function qualificationFacts(
  { id: workerId, countyCode, localResident }: SocialWorker,
  { id: qualificationId, level, passLine: passLineKind, obtainedOn, validWithin }: Qualification,
): Omit<QualificationObtained, 'type'> {
  return {
    workerId,
    qualificationId,
    countyCode,
    level,
    passLineKind,
    obtainedOn,
    validWithin,
    localResident,
  };
}

/** By these rules a certificate comes in, and is judged anew where it is put right. */
export function possible(
  worker: SocialWorker,
  qualification: Qualification,
  today: CalendarDate,
): Qualification {
  const { passLine, obtainedOn, certificateNo, validWithin } = qualification;
  if (obtainedOn > today) throw qualificationDateInFuture({ obtainedOn });
  if (passLine === 'SEPARATE_LINE' && validWithin === null) throw qualificationAreaMissing();
  requirePossibleCertificate(worker.birthYear, qualification);
  const number = comparableNumber(certificateNo);
  const same = worker.qualifications.some(
    (known) => isHeld(known) && comparableNumber(known.certificateNo) === number,
  );
  if (same) throw qualificationNumberTaken();
  return passLine === 'NATIONAL' ? { ...qualification, validWithin: null } : qualification;
}

const SEALED = { NAME: 'name', PHONE: 'phone', ID_NUMBER: 'idNumber' } as const;

/** null where the field was never given. */
export function sealedField(worker: SocialWorker, field: PersonalField): Sealed | null {
  return worker[SEALED[field]];
}

/** PER-13: a separate-line certificate counts only for posts inside the area where it is valid. */
export function isCertifiedIn({ qualifications }: SocialWorker, countyCode: RegionCode): boolean {
  return qualifications.some((each) => isHeld(each) && isValidIn(each, countyCode));
}

/** PER-2 takes a certificate only once the bureau has verified it. */
export function isVerifiedIn({ qualifications }: SocialWorker, countyCode: RegionCode): boolean {
  return qualifications.some((each) => isVerified(each) && isValidIn(each, countyCode));
}

/** PER-6: "in principle" a full-time degree, junior college or above, in one of the named subjects. */
export function hasPreferredEducation({ education }: SocialWorker): boolean {
  return education.fullTime && education.level !== 'HIGH_SCHOOL' && education.major !== 'OTHER';
}
