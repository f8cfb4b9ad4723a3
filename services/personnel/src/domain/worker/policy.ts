import {
  type Actor,
  type CalendarDate,
  type PuttingRight,
  type Recorded,
  actsFor,
  actsForAgency,
  isWithin,
  isWorker,
  permit,
  type RegionCode,
  type Role,
  termOf,
} from '@qianshou/kernel';
import type { IdentityCase } from './identity-case.ts';
import { workerEmployerNotActive, workerEmployerNotAgreed, workerEmployerNotOfCounty } from './errors.ts';
import type { AgencyReplica } from '../reference/replicas.ts';
import type { SocialWorker } from './social-worker.ts';
import { type ReadScope, readScope, sees, isBureau, actsForOptional } from '../policy.ts';

type WorkerPlace = Pick<SocialWorker, 'countyCode' | 'employerAgencyId' | 'directsOfficeOf'>;

/** The bureau, the employer of its own people, and the township office for the official who heads its station. */
export function mayRegister(actor: Actor, worker: WorkerPlace): void {
  permit(canRegister(actor, worker));
}

export function canRegister(actor: Actor, worker: WorkerPlace): boolean {
  const { countyCode, employerAgencyId, directsOfficeOf } = worker;
  return (
    isBureau(actor, countyCode) ||
    (directsOfficeOf === null
      ? actsForOptional(actor, employerAgencyId)
      : actsFor(actor, ['TOWNSHIP_CIVIL_AFFAIRS'], directsOfficeOf))
  );
}

/** What is said of the person: whoever registered them, for some days, and who oversees them. */
export function rightOfPerson(
  { recorded, ...worker }: WorkerPlace & Pick<SocialWorker, 'recorded'>,
  { actor, today }: { readonly actor: Actor; readonly today: CalendarDate },
): PuttingRight {
  const mayRecord = canRegister(actor, worker);
  return { recorded, mayRecord, office: 'AGENCY_MANAGER', regions: [worker.countyCode], today };
}

/** Nobody gives a person to a county for which they do not act; the province does, for its own. */
export function mayKeepIn(actor: Actor, worker: WorkerPlace): void {
  permit(canRegister(actor, worker) || actsFor(actor, ['PROVINCE_AUTHORITY'], worker.countyCode));
}

/**
 * An agency takes on people where it is at home and where it operates. To operate is to have agreed; at home it registers
 * its people itself, as nobody else speaks for it.
 */
export function requireEmployerOfCounty(
  actor: Actor,
  { id: employerAgencyId, name, homeRegionCode }: AgencyReplica,
  countyCode: RegionCode,
  operatesThere: boolean,
): void {
  if (operatesThere) return;
  const atHome = homeRegionCode !== null && isWithin(countyCode, homeRegionCode);
  const employer = { employerAgencyId, employerName: name ?? employerAgencyId, countyCode };
  if (!atHome) throw workerEmployerNotOfCounty(employer);
  if (!actsForAgency(actor, employerAgencyId)) throw workerEmployerNotAgreed(employer);
}

/** Who is taken on is taken on by an agency that may, where it is at home or operates. */
export function requireTakesOn(
  actor: Actor,
  employer: AgencyReplica,
  countyCode: RegionCode,
  operatesThere: boolean,
): void {
  const { status } = employer;
  if (status !== 'ACTIVE') throw workerEmployerNotActive({ status: termOf('AgencyStatus', status) });
  requireEmployerOfCounty(actor, employer, countyCode, operatesThere);
}

export function canCertify(
  actor: Actor,
  worker: Pick<WorkerPlace, 'countyCode' | 'employerAgencyId'>,
): boolean {
  return isBureau(actor, worker.countyCode) || actsForOptional(actor, worker.employerAgencyId);
}

/** Who records facts of a worker, and where: it is told of each fact, and answers later who may put it right. */
export function recordingOf({
  countyCode,
  employerAgencyId,
}: Pick<WorkerPlace, 'countyCode' | 'employerAgencyId'>) {
  const roles: readonly Role[] = ['COUNTY_CIVIL_AFFAIRS', 'AGENCY_MANAGER'];
  return { roles, regions: [countyCode], agencies: employerAgencyId === null ? [] : [employerAgencyId] };
}

/** Whoever recorded an entry of a person's life, for some days, and who oversees them. */
export function rightOfEntry(
  { countyCode, employerAgencyId }: Pick<WorkerPlace, 'countyCode' | 'employerAgencyId'>,
  recorded: Recorded | null,
  { actor, today }: { readonly actor: Actor; readonly today: CalendarDate },
): PuttingRight {
  const mayRecord = canCertify(actor, { countyCode, employerAgencyId });
  return { recorded, mayRecord, office: 'AGENCY_MANAGER', regions: [countyCode], today };
}

export function mayCertify(actor: Actor, worker: WorkerPlace): void {
  permit(canCertify(actor, worker));
}

/** Personal data in full: the bureau, the employer, the person. */
export function mayReveal(
  actor: Actor,
  worker: Pick<SocialWorker, 'id' | 'countyCode' | 'employerAgencyId'>,
): void {
  permit(canLookUp(actor, worker) || isWorker(actor, worker.id));
}

/** Who keeps a person's numbers may ask by them, and hear of their own people that a number is taken. */
export function canLookUp(
  actor: Actor,
  worker: Pick<SocialWorker, 'countyCode' | 'employerAgencyId'>,
): boolean {
  return isBureau(actor, worker.countyCode) || actsForOptional(actor, worker.employerAgencyId);
}

export function seesWorker(
  scope: ReadScope,
  worker: Pick<SocialWorker, 'id' | 'countyCode' | 'employerAgencyId'>,
): boolean {
  return sees(scope, {
    countyCode: worker.countyCode,
    agencyId: worker.employerAgencyId,
    workerId: worker.id,
  });
}

/** What may not be seen answers like what does not exist. */
export function visibleWorker(actor: Actor, worker: SocialWorker | null): SocialWorker | null {
  return worker !== null && seesWorker(readScope(actor), worker) ? worker : null;
}

/** PER-16: names and years of birth stand in full only within the county, for the employer and for the person. */
export function seesPersonalData(
  actor: Actor,
  worker: Pick<SocialWorker, 'id' | 'countyCode' | 'employerAgencyId'>,
): boolean {
  const county = readScope(actor).regions.some((region) => region === worker.countyCode);
  return county || actsForOptional(actor, worker.employerAgencyId) || isWorker(actor, worker.id);
}

/** A case is the bureau's that keeps the person. */
export function visibleCase(actor: Actor, found: IdentityCase | null): IdentityCase | null {
  return found !== null && isBureau(actor, found.countyCode) ? found : null;
}
