import type {
  Actor,
  Change,
  Clock,
  NewId,
  Page,
  PageRequest,
  RegionCode,
  UnitOfWork,
} from '@qianshou/kernel';
import type { AgencyReplica } from '../domain/agency-replica.ts';
import type { Enrolment, EnrolmentEvent, EnrolmentStatus } from '../domain/enrolment.ts';
import type {
  AgencyId,
  CertificateId,
  ClassId,
  EnrolmentId,
  PostingId,
  ProgrammeId,
  WorkerId,
} from '../domain/ids.ts';
import type { Reach } from '../domain/policy.ts';
import type { Programme, ProgrammeEvent, TrainingKind } from '../domain/programme.ts';
import type { CertificateEvent, TrainingCertificate } from '../domain/training-certificate.ts';
import type { ClassEvent, ClassStatus, OpenClass, Tally, TrainingClass } from '../domain/training-class.ts';
import type { NeedKind, NeedMatch, TrainingNeed } from '../domain/training-need.ts';
import type { WorkerReplica } from '../domain/worker-replica.ts';

interface Repository<Id, State, Event> {
  readonly find: (id: Id) => Promise<State | null>;
  readonly get: (id: Id) => Promise<State>;
  readonly findMany: (ids: readonly Id[]) => Promise<readonly (State | null)[]>;
  readonly save: <Saved extends State>(change: Change<Saved, Event>) => Promise<Saved>;
}

export interface Programmes extends Repository<ProgrammeId, Programme, ProgrammeEvent> {
  readonly findByCode: (code: string) => Promise<Programme | null>;
  readonly getByCode: (code: string) => Promise<Programme>;
  readonly list: (page: PageRequest) => Promise<Page<Programme>>;
}

export interface ClassFilter {
  readonly within: RegionCode | null;
  readonly kind: readonly TrainingKind[] | null;
  readonly status: readonly ClassStatus[] | null;
  readonly organiserAgencyId: AgencyId | null;
}

export type ClassOrder = { readonly field: 'STARTS_ON'; readonly direction: 'ASC' | 'DESC' };

export interface Classes extends Repository<ClassId, TrainingClass, ClassEvent> {
  readonly list: (filter: ClassFilter, order: ClassOrder, page: PageRequest) => Promise<Page<TrainingClass>>;
  /** Open classes that this need fits: with free seats before full ones, the earliest first. */
  readonly listOpenFor: (need: NeedMatch) => Promise<readonly OpenClass[]>;
  /** Open classes with a free seat that needs may wait for, a page at a time. */
  readonly listOpenForNeeds: (page: PageRequest) => Promise<Page<OpenClass>>;
}

export interface EnrolmentFilter {
  readonly classId: ClassId | null;
  readonly workerId: WorkerId | null;
  readonly status: readonly EnrolmentStatus[] | null;
}

export interface Enrolments extends Repository<EnrolmentId, Enrolment, EnrolmentEvent> {
  /** All of them or none, with one write a collection; as they are afterwards, in the same order. */
  readonly saveMany: (changes: readonly Change<Enrolment, EnrolmentEvent>[]) => Promise<readonly Enrolment[]>;
  /** Only what is within reach: pages and counts obey it too. */
  readonly list: (filter: EnrolmentFilter, reach: Reach, page: PageRequest) => Promise<Page<Enrolment>>;
  readonly listOfClass: (
    classId: ClassId,
    status: readonly EnrolmentStatus[],
  ) => Promise<readonly Enrolment[]>;
  readonly listOfPosting: (
    postingId: PostingId,
    status: readonly EnrolmentStatus[],
  ) => Promise<readonly Enrolment[]>;
  readonly findLive: (classId: ClassId, workerId: WorkerId) => Promise<Enrolment | null>;
  /** Offers made up to that moment that nobody answered. */
  readonly listOffersUntil: (at: Date, most: number) => Promise<readonly Enrolment[]>;
  /** Those who hold a place in the class now, of those asked about. */
  readonly listedAmong: (classId: ClassId, workerIds: readonly WorkerId[]) => Promise<readonly WorkerId[]>;
  /** Posts for which the class was tried before, of those asked about: nobody is placed into it twice on their own. */
  readonly postingsTried: (
    classId: ClassId,
    postingIds: readonly PostingId[],
  ) => Promise<readonly PostingId[]>;
  readonly tallyOf: (classId: ClassId) => Promise<Tally>;
  readonly talliesOf: (classIds: readonly ClassId[]) => Promise<readonly Tally[]>;
  /** The pre-job enrolment that came last, in the order asked for. */
  readonly latestPreJobOf: (postingIds: readonly PostingId[]) => Promise<readonly (Enrolment | null)[]>;
}

export interface Certificates extends Repository<CertificateId, TrainingCertificate, CertificateEvent> {
  readonly saveMany: (changes: readonly Change<TrainingCertificate, CertificateEvent>[]) => Promise<void>;
  readonly findByNo: (no: string) => Promise<TrainingCertificate | null>;
  /** Takes the next `count` numbers of a series and answers the first; never given out again (TRA-6). */
  readonly reserveNumbers: (series: string, count: number) => Promise<number>;
}

/** So many questions by number an hour for one caller, and who asked and whom it found; never the number. */
export interface LookUps {
  /** @throws RATE_LIMITED when it is one too many. */
  readonly spend: (actor: Actor) => Promise<void>;
  readonly note: (entry: LookUp) => Promise<void>;
}

export interface LookUp {
  readonly subject: string | null;
  readonly certificateId: CertificateId | null;
  readonly at: Date;
}

export interface NeedFilter {
  readonly kind: readonly TrainingKind[] | null;
  readonly within: RegionCode | null;
  readonly agencyId: AgencyId | null;
}

export interface Needs {
  readonly put: (...needs: readonly TrainingNeed[]) => Promise<void>;
  readonly remove: (kind: NeedKind, ...postingIds: readonly PostingId[]) => Promise<void>;
  /** The worker's own need that this class answers. */
  readonly findPreJobOf: (workerId: WorkerId, group: OpenClass) => Promise<TrainingNeed | null>;
  /** Of these classes those that somebody waits for. */
  readonly awaitedAmong: (groups: readonly OpenClass[]) => Promise<readonly OpenClass[]>;
  /** Those that this class would answer; TRA-7: certified locals, then nearest deadline, then longest wait. */
  readonly listFor: (group: OpenClass, most: number) => Promise<readonly TrainingNeed[]>;
  readonly list: (filter: NeedFilter, reach: Reach, page: PageRequest) => Promise<Page<TrainingNeed>>;
}

export interface Agencies {
  readonly find: (id: AgencyId) => Promise<AgencyReplica | null>;
  readonly findMany: (ids: readonly AgencyId[]) => Promise<readonly (AgencyReplica | null)[]>;
  readonly put: (...agencies: readonly AgencyReplica[]) => Promise<void>;
  /** @throws NOT_KNOWN_HERE_YET while the agency's registration is on its way. */
  readonly change: (id: AgencyId, facts: Partial<Omit<AgencyReplica, 'id'>>) => Promise<void>;
}

export interface Workers {
  readonly find: (id: WorkerId) => Promise<WorkerReplica | null>;
  readonly findMany: (ids: readonly WorkerId[]) => Promise<readonly (WorkerReplica | null)[]>;
  /** @throws NOT_KNOWN_HERE_YET while personnel's event is on its way. */
  readonly get: (id: WorkerId) => Promise<WorkerReplica>;
  readonly put: (worker: WorkerReplica) => Promise<void>;
}

/** A station or guidance centre with its operator. */
export interface OperatedSite {
  readonly id: string;
  readonly countyCode: RegionCode;
  readonly operatorAgencyId: AgencyId | null;
}

export interface OperatedSites {
  readonly put: (...sites: readonly OperatedSite[]) => Promise<void>;
  readonly hasAny: (countyCode: RegionCode, operatorAgencyId: AgencyId) => Promise<boolean>;
}

/** Counties that receive help: designated, or with an active pairing. */
export interface RecipientCounties {
  readonly add: (countyCode: RegionCode) => Promise<void>;
  readonly among: (countyCodes: readonly RegionCode[]) => Promise<readonly RegionCode[]>;
}

export interface Ports {
  readonly programmes: Programmes;
  readonly classes: Classes;
  readonly enrolments: Enrolments;
  readonly certificates: Certificates;
  readonly lookUps: LookUps;
  readonly needs: Needs;
  readonly agencies: Agencies;
  readonly workers: Workers;
  readonly operatedSites: OperatedSites;
  readonly recipientCounties: RecipientCounties;
  readonly unitOfWork: UnitOfWork;
  readonly clock: Clock;
  readonly newId: NewId;
}
