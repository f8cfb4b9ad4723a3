import type { CalendarDate, Page, PageRequest, RegionCode } from '@qianshou/kernel';
import type { DispatchAssignment } from '../../domain/work/dispatch-assignment.ts';
import type { DispatchEvent } from '../../domain/work/dispatch-events.ts';
import type {
  ActivityId,
  AgencyId,
  DispatchId,
  EvaluationId,
  NoteId,
  PairingId,
  PublicityId,
  ReportId,
  SchemeId,
  TargetId,
  WorkerId,
} from '../../domain/ids.ts';
import type { TaskGroup } from '../../domain/application/pairing-application.ts';
import type {
  EvaluationEvent,
  EvaluationKind,
  PairingEvaluation,
  PairingGrade,
} from '../../domain/work/pairing-evaluation.ts';
import type { PairingTarget, TargetEvent } from '../../domain/work/pairing-target.ts';
import type { ProgressReport, ReportEvent } from '../../domain/work/progress-report.ts';
import type { PublicityEvent, PublicityItem, PublicityKind } from '../../domain/work/publicity-item.ts';
import type { NoteEvent, SupervisionNote } from '../../domain/work/supervision-note.ts';
import type { ActivityEvent, ActivityKind, SupportActivity } from '../../domain/work/support-activity.ts';
import type { WorkLedger } from '../../domain/work/work-ledger.ts';
import type { Direction, Repository } from '../reference/ports.ts';

/** Days of the list's own order, both included. */
export interface DayRange {
  readonly from: CalendarDate | null;
  readonly until: CalendarDate | null;
}

/** Of a pairing, a scheme, an agency, or of a region and everything below it; none of them is the whole nation. */
export interface RecordFilter {
  readonly pairingId: PairingId | null;
  readonly schemeId: SchemeId | null;
  readonly dispatchingAgencyId: AgencyId | null;
  readonly within: RegionCode | null;
  readonly days: DayRange | null;
}

/** Records that are not public are found by whom they concern; null for a reader of all. */
export interface ConcernedFilter extends RecordFilter {
  readonly audience: readonly string[] | null;
}

type List<Filter, State> = (filter: Filter, order: Direction, page: PageRequest) => Promise<Page<State>>;

export interface TargetFilter extends RecordFilter {
  readonly taskGroup: readonly TaskGroup[] | null;
  /** Null: whether it was struck out or not. */
  readonly struck: boolean | null;
}

export interface Targets extends Repository<TargetId, PairingTarget, TargetEvent> {
  /** Task groups in which a target of the pairing stands. */
  readonly standingGroups: (pairingId: PairingId) => Promise<readonly TaskGroup[]>;
  /** By the day on which they are due. */
  readonly list: List<TargetFilter, PairingTarget>;
}

export interface DispatchFilter extends RecordFilter {
  readonly workerId: WorkerId | null;
  readonly status: readonly DispatchAssignment['status'][] | null;
}

export interface Dispatches extends Repository<DispatchId, DispatchAssignment, DispatchEvent> {
  readonly listOfWorker: (workerId: WorkerId) => Promise<readonly DispatchAssignment[]>;
  /** By the day of arrival. */
  readonly list: List<DispatchFilter, DispatchAssignment>;
}

export interface ActivityFilter extends RecordFilter {
  readonly taskGroup: readonly TaskGroup[] | null;
  readonly kind: readonly ActivityKind[] | null;
  readonly struck: boolean | null;
}

export interface Activities extends Repository<ActivityId, SupportActivity, ActivityEvent> {
  /** Of those that stand; null when none was held. */
  readonly lastHeldOn: (pairingId: PairingId, taskGroup: TaskGroup) => Promise<CalendarDate | null>;
  /** By the day on which they were held. */
  readonly list: List<ActivityFilter, SupportActivity>;
}

export interface ReportFilter extends ConcernedFilter {
  readonly late: boolean | null;
  readonly status: readonly ProgressReport['status'][] | null;
}

export interface Reports extends Repository<ReportId, ProgressReport, ReportEvent> {
  readonly findOfPeriod: (pairingId: PairingId, period: number) => Promise<ProgressReport | null>;
  /** By the day on which they are due. */
  readonly list: List<ReportFilter, ProgressReport>;
}

export interface EvaluationFilter extends RecordFilter {
  readonly kind: readonly EvaluationKind[] | null;
  readonly grade: readonly PairingGrade[] | null;
  readonly year: number | null;
  /** Those that were struck out, or those that stand. */
  readonly struck: boolean;
}

export interface Evaluations extends Repository<EvaluationId, PairingEvaluation, EvaluationEvent> {
  readonly hasFinal: (pairingId: PairingId) => Promise<boolean>;
  /** By the day of evaluation. */
  readonly list: List<EvaluationFilter, PairingEvaluation>;
}

export interface NoteFilter extends ConcernedFilter {
  readonly status: readonly SupervisionNote['status'][] | null;
  /** Those that were struck out, or those that stand. */
  readonly struck: boolean;
}

export interface Notes extends Repository<NoteId, SupervisionNote, NoteEvent> {
  /** By the day on which the supervisor looks again. */
  readonly list: List<NoteFilter, SupervisionNote>;
}

export interface PublicityFilter extends RecordFilter {
  readonly kind: readonly PublicityKind[] | null;
  /** Those that were struck out, or those that stand. */
  readonly struck: boolean;
}

export interface Publicity extends Repository<PublicityId, PublicityItem, PublicityEvent> {
  /** By the day of publication. */
  readonly list: List<PublicityFilter, PublicityItem>;
}

/** Why a pairing is on the list of those to supervise. */
export type SupervisionReason = 'QUIET' | 'SILENT' | 'REPORT_DUE' | 'REPORT_LATE';

export interface SupervisionFilter {
  readonly reason: SupervisionReason;
  readonly within: RegionCode | null;
  readonly schemeId: SchemeId | null;
  readonly audience: readonly string[] | null;
  readonly today: CalendarDate;
}

export interface Ledgers {
  readonly find: (id: PairingId) => Promise<WorkLedger | null>;
  readonly findMany: (ids: readonly PairingId[]) => Promise<readonly (WorkLedger | null)[]>;
  /** In the transaction of the record that it follows from; it tells no facts of its own. */
  readonly put: (ledger: WorkLedger) => Promise<void>;
  /** Who has waited longest first. */
  readonly listDue: (filter: SupervisionFilter, page: PageRequest) => Promise<Page<WorkLedger>>;
}

export interface WorkPorts {
  readonly targets: Targets;
  readonly dispatches: Dispatches;
  readonly activities: Activities;
  readonly reports: Reports;
  readonly evaluations: Evaluations;
  readonly notes: Notes;
  readonly publicity: Publicity;
  readonly ledgers: Ledgers;
}
