import {
  type Actor,
  actsFor,
  actsForAgency,
  hasRole,
  isWithin,
  isWorker,
  notKnownYet,
  permit,
  permitOn,
  type RegionCode,
  type Role,
} from '@qianshou/kernel';
import { certificateNotFound } from './errors.ts';
import { enrolmentNotFound } from './errors.ts';
import type { AgencyId, CertificateId, EnrolmentId, WorkerId } from './ids.ts';
import { isNational, type TrainingKind } from './programme/programme.ts';
import type { WorkerReplica } from './reference/worker-replica.ts';

export interface WorkerSide {
  readonly workerId: WorkerId;
  readonly countyCode: RegionCode;
  readonly employerAgencyId: AgencyId | null;
}

export interface Organised {
  readonly kind: TrainingKind;
  readonly regionCode: RegionCode;
  readonly organiserAgencyId: AgencyId | null;
  /** As the programme had it; absent: as its kind is. */
  readonly national?: boolean;
  /** The project office charges the authorities of the region with it. */
  readonly charged?: boolean;
}

const NATIONWIDE: readonly Role[] = ['ADMIN', 'PROJECT_OFFICE'];

export function mayAnnounceProgrammes(actor: Actor): void {
  permit(hasRole(actor, NATIONWIDE));
}

/** 考前培训 and every training that is not national: the county, its guidance centre, the province. */
const LOCAL_ORGANISERS: readonly Role[] = ['COUNTY_CIVIL_AFFAIRS', 'GUIDANCE_CENTRE', 'PROVINCE_AUTHORITY'];

/**
 * Whoever may open a class also starts, assesses, closes and cancels it: the operator its pre-job training (TRA-2),
 * the project office the national trainings, the authorities of a region their own.
 */
export function canRun(actor: Actor, group: Organised): boolean {
  const { kind, regionCode, organiserAgencyId } = group;
  if (hasRole(actor, ['ADMIN'])) return true;
  if (kind === 'PRE_JOB') return organiserAgencyId !== null && actsForAgency(actor, organiserAgencyId);
  if (isOfTheNation(group) && hasRole(actor, ['PROJECT_OFFICE'])) return true;
  return isOfAuthorities(group) && actsFor(actor, LOCAL_ORGANISERS, regionCode);
}

function isOfTheNation({ kind, national }: Organised): boolean {
  return national ?? isNational(kind);
}

/** Everything but the national trainings, of which they hold the exam's, and those that they are charged with. */
function isOfAuthorities(group: Organised): boolean {
  return !isOfTheNation(group) || group.kind === 'EXAM_PREP' || group.charged === true;
}

/** A list of a class comes from whoever may hold one; whether this class, each row is asked by itself. */
export function canImport(actor: Actor): boolean {
  return hasRole(actor, ['ADMIN', 'PROJECT_OFFICE', 'AGENCY_MANAGER', ...LOCAL_ORGANISERS]);
}

export function mayRun(actor: Actor, group: Organised): void {
  permit(canRun(actor, group));
}

/** The worker, the employer and the worker's county decide for the worker's side. */
export function canSpeakFor(actor: Actor, worker: WorkerSide): boolean {
  if (hasRole(actor, ['ADMIN']) || isWorker(actor, worker.workerId)) return true;
  if (worker.employerAgencyId !== null && actsForAgency(actor, worker.employerAgencyId)) return true;
  return actsFor(actor, ['COUNTY_CIVIL_AFFAIRS'], worker.countyCode);
}

export function maySpeakFor(actor: Actor, enrolment: Enrolled): void {
  permitOnEnrolment(canSpeakFor(actor, enrolment), actor, enrolment);
}

/** A place in a class is taken by the worker's side or by whoever runs the class. A stranger is as good as unknown. */
export function mayPlace(
  actor: Actor,
  group: Organised,
  id: WorkerId,
  worker: WorkerReplica | null,
): WorkerReplica {
  const unknown = () => notKnownYet({ what: { en: 'worker', zh: '社工' }, id });
  if (worker === null) throw unknown();
  const side = { ...worker, workerId: id };
  const isSeen = isInReach(reachOf(actor), { ...side, organiserAgencyId: null });
  permitOn(canRun(actor, group) || canSpeakFor(actor, side), isSeen, unknown);
  return worker;
}

export function mayWithdraw(actor: Actor, group: Organised, enrolment: Enrolled): void {
  permitOnEnrolment(canRun(actor, group) || canSpeakFor(actor, enrolment), actor, enrolment);
}

/** The result of one participant: out of reach it is as if there were none. */
export function mayAssess(actor: Actor, group: Organised, enrolment: Enrolled): void {
  permitOnEnrolment(canRun(actor, group), actor, enrolment);
}

/** Out of reach, a result is as if there were none, whatever one might do with it. */
export function maySee(actor: Actor, group: Organised, enrolment: Enrolled): void {
  const { id } = enrolment;
  if (canRun(actor, group) || isInReach(reachOf(actor), enrolment)) return;
  throw enrolmentNotFound({ id });
}

/** How somebody did in the examination is told by the worker's side or by whoever prepared them. */
export function mayRecordOutcome(actor: Actor, group: Organised, enrolment: Enrolled): void {
  permitOnEnrolment(canRun(actor, group) || canSpeakFor(actor, enrolment), actor, enrolment);
}

export function mayCancelCertificate(
  actor: Actor,
  group: Organised,
  certificate: PersonalRecord & { readonly id: CertificateId },
): void {
  const { id } = certificate;
  const isSeen = isInReach(reachOf(actor), certificate);
  permitOn(canRun(actor, group), isSeen, () => certificateNotFound({ id }));
}

type Enrolled = PersonalRecord & { readonly id: EnrolmentId };

function permitOnEnrolment(allowed: boolean, actor: Actor, enrolment: Enrolled): void {
  const { id } = enrolment;
  permitOn(allowed, isInReach(reachOf(actor), enrolment), () => enrolmentNotFound({ id }));
}

/** Whose records an actor may see; used as a filter by lists, so that pages and counts obey it too. */
export type Reach =
  | { readonly everything: true }
  | {
      readonly everything: false;
      readonly regions: readonly RegionCode[];
      readonly agencies: readonly string[];
      readonly workers: readonly string[];
    };

const AUTHORITIES: readonly Role[] = ['PROVINCE_AUTHORITY', 'COUNTY_CIVIL_AFFAIRS', 'GUIDANCE_CENTRE'];

export function reachOf(actor: Actor): Reach {
  if (hasRole(actor, NATIONWIDE)) return { everything: true };
  const { grants } = actor;
  return {
    everything: false,
    regions: grants.flatMap(({ role, region }) =>
      AUTHORITIES.includes(role) && region !== undefined ? [region] : [],
    ),
    agencies: grants.flatMap(({ role, agencyId }) =>
      role === 'AGENCY_MANAGER' && agencyId !== undefined ? [agencyId] : [],
    ),
    workers: grants.flatMap(({ role, workerId }) =>
      role === 'SOCIAL_WORKER' && workerId !== undefined ? [workerId] : [],
    ),
  };
}

/** The number of a certificate finds a person: it stands in full for the worker's side and for whoever runs the class. */
export function seesNumber(actor: Actor, record: PersonalRecord & { readonly kind: TrainingKind }): boolean {
  const { kind, countyCode: regionCode, organiserAgencyId } = record;
  return canSpeakFor(actor, record) || canRun(actor, { kind, regionCode, organiserAgencyId });
}

/** A record of a person: enrolments, certificates, needs. */
export interface PersonalRecord extends WorkerSide {
  readonly organiserAgencyId: AgencyId | null;
}

export function isInReach(reach: Reach, record: PersonalRecord): boolean {
  if (reach.everything) return true;
  const agencies = [record.employerAgencyId, record.organiserAgencyId];
  return (
    reach.workers.includes(record.workerId) ||
    agencies.some((agencyId) => agencyId !== null && reach.agencies.includes(agencyId)) ||
    reach.regions.some((region) => isWithin(record.countyCode, region))
  );
}
