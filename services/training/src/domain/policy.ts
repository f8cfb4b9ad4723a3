import {
  type Actor,
  actsFor,
  actsForAgency,
  hasRole,
  isWithin,
  isWorker,
  notPermitted,
  type RegionCode,
  type Role,
} from '@qianshou/kernel';
import type { KnownWorker } from './applicant.ts';
import type { AgencyId, WorkerId } from './ids.ts';
import { isNational, type TrainingKind } from './programme.ts';

/** Who may is asked of facts alone; a refusal is made in one place. */
export function permit(allowed: boolean): void {
  if (!allowed) throw notPermitted();
}

export interface Organised {
  readonly kind: TrainingKind;
  readonly regionCode: RegionCode;
  readonly organiserAgencyId: AgencyId | null;
}

const NATIONWIDE: readonly Role[] = ['ADMIN', 'PROJECT_OFFICE'];

export function mayAnnounceProgrammes(actor: Actor): boolean {
  return hasRole(actor, NATIONWIDE);
}

/**
 * Whoever may open a class also starts, assesses, closes and cancels it: the operator its pre-job training (TRA-2),
 * the project office the national trainings, the county and its guidance centre every other.
 */
export function mayRun(actor: Actor, { kind, regionCode, organiserAgencyId }: Organised): boolean {
  if (hasRole(actor, ['ADMIN'])) return true;
  if (kind === 'PRE_JOB') return organiserAgencyId !== null && actsForAgency(actor, organiserAgencyId);
  if (isNational(kind)) return hasRole(actor, ['PROJECT_OFFICE']);
  return actsFor(actor, ['COUNTY_CIVIL_AFFAIRS', 'GUIDANCE_CENTRE'], regionCode);
}

type WorkerSide = Pick<KnownWorker, 'id' | 'countyCode' | 'employerAgencyId'>;

/** The worker, the employer and the worker's county decide for the worker's side. */
export function speaksForWorker(actor: Actor, worker: WorkerSide): boolean {
  if (hasRole(actor, ['ADMIN']) || isWorker(actor, worker.id)) return true;
  if (worker.employerAgencyId !== null && actsForAgency(actor, worker.employerAgencyId)) return true;
  return actsFor(actor, ['COUNTY_CIVIL_AFFAIRS'], worker.countyCode);
}

export function mayEnrol(actor: Actor, group: Organised, worker: WorkerSide): boolean {
  return mayRun(actor, group) || speaksForWorker(actor, worker);
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

/** A record of a person: enrolments, certificates, needs. */
export interface PersonalRecord {
  readonly workerId: WorkerId;
  readonly countyCode: RegionCode;
  readonly employerAgencyId: AgencyId | null;
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
