import type {
  Actor,
  CalendarDate,
  Change,
  Clock,
  NewId,
  Page,
  PageRequest,
  PublicText,
  RegionCode,
  UnitOfWork,
} from '@qianshou/kernel';
import type { IdentityCase, IdentityCaseEvent } from '../domain/identity-case.ts';
import type {
  AgencyId,
  CentreId,
  IdentityCaseId,
  PostingId,
  QualificationId,
  StationId,
  WorkerId,
} from '../domain/ids.ts';
import type { BlindIndex, IdNumber, PersonalField, Sealed } from '../domain/personal-data.ts';
import type { ReadScope } from '../domain/policy.ts';
import type {
  LeftPosting,
  Posting,
  PostingEvent,
  PostingOnDuty,
  PostingRole,
  PostingStatus,
} from '../domain/posting.ts';
import type { AgencyReplica, CentreReplica, PolicyReplica, StationReplica } from '../domain/replicas.ts';
import type { SocialWorker, WorkerEvent } from '../domain/social-worker.ts';
import type { StaffingPolicy, Workplace } from '../domain/workplace.ts';

interface Repository<Id, State, Event> {
  readonly find: (id: Id) => Promise<State | null>;
  readonly get: (id: Id) => Promise<State>;
  readonly findMany: (ids: readonly Id[]) => Promise<readonly (State | null)[]>;
  readonly save: <Saved extends State>(change: Change<Saved, Event>) => Promise<Saved>;
}

export interface WorkerFilter {
  readonly within: RegionCode | null;
  readonly employerAgencyId: AgencyId | null;
}

export interface SocialWorkers extends Repository<WorkerId, SocialWorker, WorkerEvent> {
  /** Whoever is registered with this number, the earliest first. */
  readonly listByIdNumber: (index: BlindIndex) => Promise<readonly SocialWorker[]>;
  readonly listByCertificate: (certificateKey: string) => Promise<readonly SocialWorker[]>;
  /** The worker who holds each qualification, in the order asked for. */
  readonly findHolders: (ids: readonly QualificationId[]) => Promise<readonly (SocialWorker | null)[]>;
  readonly list: (scope: ReadScope, filter: WorkerFilter, page: PageRequest) => Promise<Page<SocialWorker>>;
}

export interface PostingFilter {
  readonly within: RegionCode | null;
  readonly status: readonly PostingStatus[] | null;
  readonly workerId: WorkerId | null;
}

export interface DueFilter {
  /** null: the whole nation. */
  readonly countyCode: RegionCode | null;
  readonly on: CalendarDate;
}

export interface Postings extends Repository<PostingId, Posting, PostingEvent> {
  readonly list: (scope: ReadScope, filter: PostingFilter, page: PageRequest) => Promise<Page<Posting>>;
  /** Postings in this role at this place that are not over. */
  readonly countSeatsTaken: (place: Workplace, role: PostingRole) => Promise<number>;
  /** The worker's full-time posting that is not over. */
  readonly findFullTime: (workerId: WorkerId) => Promise<Posting | null>;
  /** The worker's postings on which the certificate is still open. */
  readonly listUncertified: (workerId: WorkerId) => Promise<readonly Posting[]>;
  /** The worker's posts in the county that are over and on which a certificate clock ran. */
  readonly listClocked: (workerId: WorkerId, countyCode: RegionCode) => Promise<readonly LeftPosting[]>;
  /** Posts of a county on which a certificate clock runs. */
  readonly listRunning: (countyCode: RegionCode) => Promise<readonly Posting[]>;
  /** Posts at a place that are not over. */
  readonly listAt: (place: Pick<Workplace, 'centreId' | 'stationId'>) => Promise<readonly Posting[]>;
  readonly listDueForReview: (filter: DueFilter, page: PageRequest) => Promise<Page<PostingOnDuty>>;
  /** On duty at each place, in the order asked for. */
  readonly findStationStaff: (ids: readonly StationId[]) => Promise<readonly (readonly PostingOnDuty[])[]>;
  readonly findCentreStaff: (ids: readonly CentreId[]) => Promise<readonly (readonly PostingOnDuty[])[]>;
}

export interface Agencies {
  /** @throws NOT_KNOWN_HERE_YET while pairing's event is on its way. */
  readonly get: (id: AgencyId) => Promise<AgencyReplica>;
  readonly put: (...agencies: readonly AgencyReplica[]) => Promise<void>;
  readonly change: (id: AgencyId, facts: Partial<Omit<AgencyReplica, 'id'>>) => Promise<void>;
}

export interface Stations {
  /** @throws NOT_KNOWN_HERE_YET while station's event is on its way. */
  readonly get: (id: StationId) => Promise<StationReplica>;
  readonly findMany: (ids: readonly StationId[]) => Promise<readonly (StationReplica | null)[]>;
  /** Whether the agency operates one there that is not closed. */
  readonly isOperatedBy: (agencyId: AgencyId, countyCode: RegionCode) => Promise<boolean>;
  readonly put: (...stations: readonly StationReplica[]) => Promise<void>;
  readonly change: (id: StationId, facts: Partial<Omit<StationReplica, 'id'>>) => Promise<void>;
}

export interface Centres {
  /** @throws NOT_KNOWN_HERE_YET while station's event is on its way. */
  readonly get: (id: CentreId) => Promise<CentreReplica>;
  readonly findMany: (ids: readonly CentreId[]) => Promise<readonly (CentreReplica | null)[]>;
  readonly isOperatedBy: (agencyId: AgencyId, countyCode: RegionCode) => Promise<boolean>;
  readonly put: (centre: CentreReplica) => Promise<void>;
  readonly change: (id: CentreId, facts: Partial<Omit<CentreReplica, 'id'>>) => Promise<void>;
}

export interface Policies {
  /** What holds in each county on that day, in the order asked for; NO_LOCAL_POLICY where none was adopted. */
  readonly inForce: (counties: readonly RegionCode[], on: CalendarDate) => Promise<readonly StaffingPolicy[]>;
  readonly put: (policy: PolicyReplica) => Promise<void>;
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

interface AuditEntry {
  readonly subject: string | null;
  readonly at: Date;
}

/** One reading of a personal field in full: who, what, why, when. Written once, never changed. */
export interface Disclosure extends SealedPlace, AuditEntry {
  readonly kind: 'DISCLOSURE';
  readonly purpose: PublicText;
}

/** One question by number; whom it found, and never the number. */
export interface LookUp extends AuditEntry {
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

export interface DesignatedCounties {
  readonly add: (countyCode: RegionCode) => Promise<void>;
  /** Whether the code is, or has below it, a designated county. */
  readonly hasAny: (within: RegionCode) => Promise<boolean>;
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

export interface Ports {
  readonly workers: SocialWorkers;
  readonly postings: Postings;
  readonly agencies: Agencies;
  readonly stations: Stations;
  readonly centres: Centres;
  readonly policies: Policies;
  readonly vault: PersonalVault;
  readonly disclosures: DisclosureLog;
  readonly budget: PersonalDataBudget;
  readonly designatedCounties: DesignatedCounties;
  readonly identityCases: IdentityCases;
  readonly unitOfWork: UnitOfWork;
  readonly clock: Clock;
  readonly newId: NewId;
}
