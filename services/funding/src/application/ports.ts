import type { Change, Clock, NewId, Page, PageRequest, RegionCode, UnitOfWork } from '@qianshou/kernel';
import type { BudgetPlan, BudgetStatus, PlanEvent } from '../domain/budget-plan.ts';
import type { Contract, ContractSigned } from '../domain/contract.ts';
import type { FundSource, SourceRegistered } from '../domain/fund-source.ts';
import type {
  AgencyId,
  AwardId,
  BudgetPlanId,
  ContractId,
  FundSourceId,
  PaymentId,
  StationId,
} from '../domain/ids.ts';
import type { Digest, JournalEntry } from '../domain/money/journal-entry.ts';
import type { Ledger, Recorded } from '../domain/money/ledger.ts';
import type { FiguresOfYear } from '../domain/money/reconciliation.ts';
import type { TakenFen } from '../domain/payment-request.ts';
import type { Payment, PaymentEvent, PaymentStatus } from '../domain/payment.ts';
import type { Scope } from '../domain/policy.ts';
import type { AgencyReplica, BarringEvaluation, PolicyReplica, StationReplica } from '../domain/replicas.ts';
import type { AppliedAward, AwardEvent, AwardStatus, RewardAward } from '../domain/reward-award.ts';

interface Repository<Id, State, Event> {
  readonly find: (id: Id) => Promise<State | null>;
  readonly get: (id: Id) => Promise<State>;
  readonly findMany: (ids: readonly Id[]) => Promise<readonly (State | null)[]>;
  readonly save: <Saved extends State>(change: Change<Saved, Event>) => Promise<Saved>;
}

/** Latest year first, then by county; the id breaks ties. */
interface PlaceFilter {
  readonly within: RegionCode | null;
  readonly year: number | null;
}

export interface BudgetFilter extends PlaceFilter {
  readonly status: readonly BudgetStatus[] | null;
  /** Whose plans the reader may see; null for all. */
  readonly scope: Scope | null;
}

export interface BudgetPlans extends Repository<BudgetPlanId, BudgetPlan, PlanEvent> {
  readonly list: (filter: BudgetFilter, page: PageRequest) => Promise<Page<BudgetPlan>>;
  readonly findApproved: (countyCode: RegionCode) => Promise<readonly BudgetPlan[]>;
}

export interface FundSources extends Repository<FundSourceId, FundSource, SourceRegistered> {
  /** In the order asked for: the sources that each plan draws. */
  readonly findByPlans: (ids: readonly BudgetPlanId[]) => Promise<readonly (readonly FundSource[])[]>;
}

export interface ContractFilter extends PlaceFilter {
  readonly providerAgencyId: AgencyId | null;
  readonly stationId: StationId | null;
}

export interface Contracts extends Repository<ContractId, Contract, ContractSigned> {
  readonly list: (filter: ContractFilter, page: PageRequest) => Promise<Page<Contract>>;
  /** Signed ones of the county with the same number, or for one of the stations at the same time; and the replaced. */
  readonly findBeside: (
    place: Pick<Contract, 'countyCode' | 'stationIds'>,
    claim: Pick<Contract, 'contractNo' | 'startsOn' | 'endsOn'>,
  ) => Promise<readonly Contract[]>;
}

export interface AwardFilter extends PlaceFilter {
  readonly stationId: StationId | null;
  readonly status: readonly AwardStatus[] | null;
}

export interface Awards extends Repository<AwardId, RewardAward, AwardEvent> {
  readonly list: (filter: AwardFilter, page: PageRequest) => Promise<Page<RewardAward>>;
  /** FUN-4: what waits for the station's acceptance. */
  readonly listApplied: (stationId: StationId) => Promise<readonly AppliedAward[]>;
}

export interface PaymentFilter extends PlaceFilter {
  /** True: only those that are approved and past their time. */
  readonly overdue?: boolean | null;
  readonly contractId: ContractId | null;
  readonly awardId: AwardId | null;
  readonly status: readonly PaymentStatus[] | null;
  /** Whose payments the reader may see; null for all. */
  readonly scope: Scope | null;
}

export interface Payments extends Repository<PaymentId, Payment, PaymentEvent> {
  readonly list: (filter: PaymentFilter, page: PageRequest) => Promise<Page<Payment>>;
  readonly takenOf: (contractId: ContractId) => Promise<TakenFen>;
  /** In the order asked for: for each contract what was asked for and what was paid, by installment. */
  readonly takenOfMany: (ids: readonly ContractId[]) => Promise<readonly InstallmentFen[]>;
  /** The payment of an award that was not returned. */
  readonly findOpenOf: (awardId: AwardId) => Promise<PaymentId | null>;
  /** Set aside, neither paid nor returned, past their time and not known as overdue. */
  readonly listExpired: (at: Date) => Promise<readonly PaymentId[]>;
}

export interface InstallmentFen {
  readonly requested: TakenFen;
  readonly paid: TakenFen;
}

/** The journal of each county and year with its guard. Entries are inserted; nothing changes or removes one. */
export interface Ledgers {
  readonly get: (countyCode: RegionCode, year: number) => Promise<Ledger>;
  readonly findEntry: (ledger: Ledger, idempotencyKey: string) => Promise<JournalEntry | null>;
  /** Guard and entry together, while the guard still is what `before` says and can bear what is moved. */
  readonly append: (before: Ledger, recorded: Recorded) => Promise<void>;
  /** By number. */
  readonly list: (countyCode: RegionCode, year: number, page: PageRequest) => Promise<Page<JournalEntry>>;
  readonly listAll: (countyCode: RegionCode, year: number) => Promise<readonly JournalEntry[]>;
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
  readonly getMany: (ids: readonly StationId[]) => Promise<readonly StationReplica[]>;
  /** In the order asked for, null where nothing was heard yet. */
  readonly findMany: (ids: readonly StationId[]) => Promise<readonly (StationReplica | null)[]>;
  readonly put: (...stations: readonly StationReplica[]) => Promise<void>;
  readonly change: (id: StationId, facts: Partial<Omit<StationReplica, 'id'>>) => Promise<void>;
}

export interface Evaluations {
  readonly put: (evaluation: BarringEvaluation) => Promise<void>;
  /** It bars nobody any more. */
  readonly remove: (id: BarringEvaluation['id']) => Promise<void>;
  /** Those that bar the agency from purchases of the county, in any year. */
  readonly listBarring: (
    operatorAgencyId: AgencyId,
    countyCode: RegionCode,
  ) => Promise<readonly BarringEvaluation[]>;
}

export interface Policies {
  readonly put: (policy: PolicyReplica) => Promise<void>;
  readonly listOf: (countyCode: RegionCode) => Promise<readonly PolicyReplica[]>;
}

/** What this service's own events sum up to, as their consumers see it. */
export interface PublishedFigures {
  readonly ofYear: (countyCode: RegionCode, year: number) => Promise<FiguresOfYear | null>;
}

export interface Ports {
  readonly budgetPlans: BudgetPlans;
  readonly fundSources: FundSources;
  readonly contracts: Contracts;
  readonly awards: Awards;
  readonly payments: Payments;
  readonly ledgers: Ledgers;
  readonly agencies: Agencies;
  readonly stations: Stations;
  readonly evaluations: Evaluations;
  readonly policies: Policies;
  readonly publishedFigures: PublishedFigures;
  readonly digest: Digest;
  readonly unitOfWork: UnitOfWork;
  readonly clock: Clock;
  readonly newId: NewId;
}
