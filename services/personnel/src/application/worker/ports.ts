import type {
  Actor,
  Page,
  PageRequest,
  PublicText,
  RegionCode,
  RepositoryOfMany,
  Role,
} from '@qianshou/kernel';
import type { IdentityCase, IdentityCaseEvent } from '../../domain/worker/identity-case.ts';
import type { AgencyId, IdentityCaseId, QualificationId, WorkerId } from '../../domain/ids.ts';
import type { BlindIndex, IdNumber, PersonalField, Sealed } from '../../domain/worker/personal-data.ts';
import type { RevealPurpose } from '../../domain/worker/reading.ts';
import type { ReadScope } from '../../domain/policy.ts';
import type { QualificationStatus } from '../../domain/worker/qualification.ts';
import type { SocialWorker, WorkerEvent } from '../../domain/worker/social-worker.ts';
import type { Repository } from '../reference/ports.ts';

export interface WorkerFilter {
  readonly within: RegionCode | null;
  readonly employerAgencyId: AgencyId | null;
  /** With a certificate that stands so. */
  readonly certificates: readonly QualificationStatus[] | null;
}

export interface SocialWorkers extends RepositoryOfMany<WorkerId, SocialWorker, WorkerEvent> {
  /** Whoever is registered with this number, the earliest first. */
  readonly listByIdNumber: (index: BlindIndex) => Promise<readonly SocialWorker[]>;
  /** Of many numbers at once. */
  readonly listByIdNumbers: (indexes: readonly BlindIndex[]) => Promise<readonly SocialWorker[]>;
  readonly listByCertificates: (certificateKeys: readonly string[]) => Promise<readonly SocialWorker[]>;
  readonly listByCertificate: (certificateKey: string) => Promise<readonly SocialWorker[]>;
  /** The worker who holds each qualification, in the order asked for. */
  readonly findHolders: (ids: readonly QualificationId[]) => Promise<readonly (SocialWorker | null)[]>;
  readonly list: (scope: ReadScope, filter: WorkerFilter, page: PageRequest) => Promise<Page<SocialWorker>>;
  /** Whoever has a certificate on record. */
  readonly listCertified: (page: PageRequest) => Promise<Page<SocialWorker>>;
}

/** Where a sealed value stands; a value moved to another place does not open. */
export interface SealedPlace {
  readonly workerId: WorkerId;
  readonly field: PersonalField;
}

/** Seals and opens personal data with keys that nothing else can reach. */
export interface PersonalVault {
  readonly seal: (place: SealedPlace, value: string) => Sealed;
  readonly open: (place: SealedPlace, sealed: Sealed) => string;
  readonly indexOf: (number: IdNumber) => BlindIndex;
}

/** The office for which somebody reads. */
interface ReadingOffice {
  readonly role: Role | null;
  readonly region: RegionCode | null;
  readonly agencyId: string | null;
}

interface AuditEntry {
  readonly subject: string | null;
  readonly at: Date;
}

/** What every reading says; entries of before name neither county nor office. */
interface Reading extends AuditEntry {
  readonly countyCode?: RegionCode | null;
  readonly office?: ReadingOffice | null;
}

/** One reading of a personal field in full: who, what, why, when. Written once, never changed. */
export interface Disclosure extends SealedPlace, Reading {
  readonly kind: 'DISCLOSURE';
  readonly purposeKind?: RevealPurpose | null;
  readonly purpose: PublicText;
}

/** One question by number; whom it found, and never the number. */
export interface LookUp extends Reading {
  readonly kind: 'LOOK_UP';
  readonly workerId: WorkerId | null;
}

export interface RefusedRegistration extends AuditEntry {
  readonly kind: 'REFUSED_REGISTRATION';
  readonly operation: string;
  readonly code: string;
}

export interface DisclosureLog {
  /** In the transaction of what it belongs to. */
  readonly append: (entry: Disclosure | LookUp) => Promise<void>;
  /** Beside every transaction: what was refused is rolled back, that it was asked is not. */
  readonly noteRefusal: (entry: RefusedRegistration) => Promise<void>;
}

/** PER-16: so many look-ups, refused registrations and disclosures an hour for one caller, all together. */
export interface PersonalDataBudget {
  /** @throws RATE_LIMITED when it is one too many. */
  readonly spend: (actor: Actor) => Promise<void>;
  readonly requireLeft: (actor: Actor) => Promise<void>;
}

export interface IdentityCaseFilter {
  readonly within: RegionCode | null;
  readonly status: readonly IdentityCase['status'][] | null;
}

export interface IdentityCases extends Repository<IdentityCaseId, IdentityCase, IdentityCaseEvent> {
  readonly list: (
    bureaus: readonly RegionCode[],
    filter: IdentityCaseFilter,
    page: PageRequest,
  ) => Promise<Page<IdentityCase>>;
}
