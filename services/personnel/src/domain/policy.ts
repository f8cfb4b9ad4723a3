import {
  type Actor,
  actsFor,
  actsForAgency,
  countyOf,
  type Grant,
  isWithin,
  isWorker,
  NATION,
  notPermitted,
  type RegionCode,
  type Role,
} from '@qianshou/kernel';
import type { AgencyId, WorkerId } from './ids.ts';
import type { Posting, PostingRole, RecruitingParty } from './posting.ts';
import type { IdentityCase } from './identity-case.ts';
import { workerEmployerNotAgreed, workerEmployerNotOfCounty } from './worker-errors.ts';
import type { AgencyReplica } from './replicas.ts';
import type { SocialWorker } from './social-worker.ts';
import type { Workplace } from './workplace.ts';

type WorkerPlace = Pick<SocialWorker, 'countyCode' | 'employerAgencyId' | 'directsOfficeOf'>;

/** A post, planned or held: all that decides who acts for it. */
export type PostPlace = Pick<Workplace, 'countyCode' | 'townshipCode' | 'operatorAgencyId'>;

/** The bureau, the employer of its own people, and the township office for the official who heads its station. */
export function mayRegister(actor: Actor, worker: WorkerPlace): void {
  const { countyCode, employerAgencyId, directsOfficeOf } = worker;
  permit(
    isBureau(actor, countyCode) ||
      (directsOfficeOf === null
        ? actsForOptional(actor, employerAgencyId)
        : actsFor(actor, ['TOWNSHIP_CIVIL_AFFAIRS'], directsOfficeOf)),
  );
}

/**
 * An agency takes on people where it is at home and where it operates. To operate is to have agreed; at home it registers
 * its people itself, as nobody else speaks for it.
 */
export function requireEmployerOfCounty(
  actor: Actor,
  { id: employerAgencyId, homeRegionCode }: AgencyReplica,
  countyCode: RegionCode,
  operatesThere: boolean,
): void {
  if (operatesThere) return;
  const atHome = homeRegionCode !== null && isWithin(countyCode, homeRegionCode);
  if (!atHome) throw workerEmployerNotOfCounty({ employerAgencyId, countyCode });
  if (!actsForAgency(actor, employerAgencyId))
    throw workerEmployerNotAgreed({ employerAgencyId, countyCode });
}

export function mayCertify(actor: Actor, worker: WorkerPlace): void {
  permit(isBureau(actor, worker.countyCode) || actsForOptional(actor, worker.employerAgencyId));
}

const PARTY_ACTS: Readonly<Record<RecruitingParty, (actor: Actor, post: PostPlace) => boolean>> = {
  COUNTY_BUREAU: (actor, { countyCode }) => isBureau(actor, countyCode),
  TOWNSHIP_OFFICE: (actor, { townshipCode }) =>
    townshipCode !== null && actsFor(actor, ['TOWNSHIP_CIVIL_AFFAIRS'], townshipCode),
  // Without an operator the bureau sends people itself.
  OPERATOR: (actor, { operatorAgencyId, countyCode }) =>
    operatorAgencyId === null ? isBureau(actor, countyCode) : actsForOptional(actor, operatorAgencyId),
};

/** Who brings whom: residents are everybody's, heads the authorities', deputies and centre workers the operator's. */
const PROPOSERS: Readonly<Record<PostingRole, readonly RecruitingParty[]>> = {
  STATION_HEAD: ['TOWNSHIP_OFFICE', 'COUNTY_BUREAU'],
  DEPUTY_HEAD: ['OPERATOR'],
  RESIDENT: ['COUNTY_BUREAU', 'TOWNSHIP_OFFICE', 'OPERATOR'],
  CENTRE_WORKER: ['OPERATOR', 'COUNTY_BUREAU'],
};

/** The party for which the actor acts here, of those who may propose or start this role; the first, where of several. */
export function canPropose(actor: Actor, role: PostingRole, post: PostPlace): RecruitingParty | null {
  return PROPOSERS[role].find((party) => PARTY_ACTS[party](actor, post)) ?? null;
}

export function mayPropose(actor: Actor, role: PostingRole, post: PostPlace): RecruitingParty {
  return permitted(canPropose(actor, role, post));
}

/** PER-4: the party that the actor signs for; one that has not signed goes first. */
export function canSign(
  actor: Actor,
  post: PostPlace,
  missing: readonly RecruitingParty[],
): RecruitingParty | null {
  const parties = PROPOSERS.RESIDENT.filter((party) => PARTY_ACTS[party](actor, post));
  return parties.find((party) => missing.includes(party)) ?? parties[0] ?? null;
}

export function maySign(actor: Actor, post: PostPlace, missing: readonly RecruitingParty[]): RecruitingParty {
  return permitted(canSign(actor, post, missing));
}

/** The bureau ends any post (PER-10: it alone decides after a missed deadline), the proposers their own. */
export function canEnd(actor: Actor, posting: Posting): boolean {
  return isBureau(actor, posting.countyCode) || canPropose(actor, posting.role, posting) !== null;
}

export function mayEnd(actor: Actor, posting: Posting): void {
  permit(canEnd(actor, posting));
}

/** History and reviews are the bureau's: it keeps the files and decides on deadlines. */
export function mayKeepRecords(actor: Actor, countyCode: RegionCode): void {
  permit(isBureau(actor, countyCode));
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

/** What an actor may read of personnel; lists take it as a filter, so that counts and cursors obey it too. */
export interface ReadScope {
  readonly regions: readonly RegionCode[];
  readonly agencyIds: readonly string[];
  readonly workerIds: readonly string[];
}

const READERS: readonly Role[] = [
  'PROVINCE_AUTHORITY',
  'COUNTY_CIVIL_AFFAIRS',
  'TOWNSHIP_CIVIL_AFFAIRS',
  'GUIDANCE_CENTRE',
];

export function readScope({ grants }: Actor): ReadScope {
  return {
    regions: grants.flatMap(regionRead),
    agencyIds: grants.flatMap(({ role, agencyId }) =>
      role === 'AGENCY_MANAGER' && agencyId !== undefined ? [agencyId] : [],
    ),
    workerIds: grants.flatMap(({ role, workerId }) =>
      role === 'SOCIAL_WORKER' && workerId !== undefined ? [workerId] : [],
    ),
  };
}

interface Held {
  readonly countyCode: RegionCode;
  readonly agencyId: AgencyId | null;
  readonly workerId: WorkerId;
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

export function seesPosting(scope: ReadScope, posting: Posting): boolean {
  const { countyCode, operatorAgencyId, workerId } = posting;
  return sees(scope, { countyCode, agencyId: operatorAgencyId, workerId });
}

/** What may not be seen answers like what does not exist. */
export function visibleWorker(actor: Actor, worker: SocialWorker | null): SocialWorker | null {
  return worker !== null && seesWorker(readScope(actor), worker) ? worker : null;
}

export function visiblePosting(actor: Actor, posting: Posting | null): Posting | null {
  return posting !== null && seesPosting(readScope(actor), posting) ? posting : null;
}

/** PER-16: names and years of birth stand in full only within the county, for the employer and for the person. */
export function seesPersonalData(
  actor: Actor,
  worker: Pick<SocialWorker, 'id' | 'countyCode' | 'employerAgencyId'>,
): boolean {
  const county = readScope(actor).regions.some((region) => region === worker.countyCode);
  return county || actsForOptional(actor, worker.employerAgencyId) || isWorker(actor, worker.id);
}

/** The counties and cities for whose bureau somebody acts. */
export function bureausOf({ grants }: Actor): readonly RegionCode[] {
  return grants.flatMap(({ role, region }) =>
    role === 'COUNTY_CIVIL_AFFAIRS' && region !== undefined ? [region] : [],
  );
}

/** A case is the bureau's that keeps the person. */
export function visibleCase(actor: Actor, found: IdentityCase | null): IdentityCase | null {
  return found !== null && isBureau(actor, found.countyCode) ? found : null;
}

function sees(scope: ReadScope, { countyCode, agencyId, workerId }: Held): boolean {
  return (
    scope.regions.some((region) => isWithin(countyCode, region)) ||
    (agencyId !== null && scope.agencyIds.includes(agencyId)) ||
    scope.workerIds.includes(workerId)
  );
}

/** Staff move between the stations of a county, so a township office reads its county. */
function regionRead({ role, region }: Grant): readonly RegionCode[] {
  if (role === 'PROJECT_OFFICE') return [NATION];
  if (region === undefined || !READERS.includes(role)) return [];
  return [role === 'TOWNSHIP_CIVIL_AFFAIRS' ? countyOf(region) : region];
}

function isBureau(actor: Actor, countyCode: RegionCode): boolean {
  return actsFor(actor, ['COUNTY_CIVIL_AFFAIRS'], countyCode);
}

function actsForOptional(actor: Actor, agencyId: AgencyId | null): boolean {
  return agencyId !== null && actsForAgency(actor, agencyId);
}

function permitted<Party>(party: Party | null): Party {
  if (party === null) throw notPermitted();
  return party;
}

function permit(allowed: boolean): void {
  if (!allowed) throw notPermitted();
}
