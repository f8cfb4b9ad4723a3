import type { CalendarDate, RegionCode } from '@qianshou/kernel';
import type { DemonstrationStep } from './demonstration-step.ts';
import type { Have, Mechanism, Regime, RoomKind } from '../reference/haves.ts';
import type { ActivityId, CheckId, EvaluationId, PostingId } from '../ids.ts';
import type { Operation } from './operation.ts';
import type { SiteSource } from './site.ts';
import type { StaffMember } from './staff.ts';
import type { StationStatus, Tier } from './station.ts';
import type { Grade } from './grade.ts';

/** A check that was put right, and the status that the station had and has by it. */
interface CheckMoved {
  readonly checkId: CheckId;
  readonly checkedOn: CalendarDate;
  readonly result: 'PASSED' | 'REFUSED';
  readonly from: StationStatus;
  readonly to: StationStatus;
}

export type StationEvent =
  | { readonly type: 'station.planned' }
  | { readonly type: 'station.siteReadied'; readonly siteSource: SiteSource; readonly needsCheck: boolean }
  | {
      readonly type: 'station.siteChecked';
      readonly checkId: CheckId;
      readonly checkedOn: CalendarDate;
      readonly passed: boolean;
    }
  | ({ readonly type: 'station.checkStruck' } & CheckMoved)
  | ({
      readonly type: 'station.checkCorrected';
      readonly before: Pick<CheckMoved, 'checkedOn' | 'result'>;
    } & CheckMoved)
  | { readonly type: 'station.roomsCorrected'; readonly kinds: readonly RoomKind[] }
  | { readonly type: 'station.demonstrationStruck'; readonly selectedOn: CalendarDate }
  | { readonly type: 'station.roomAdded'; readonly kind: RoomKind }
  | { readonly type: 'station.documentFiled'; readonly subject: Regime | Mechanism }
  | { readonly type: 'station.activityLogged'; readonly heldOn: CalendarDate }
  | {
      readonly type: 'station.activityStruck';
      readonly activityId: ActivityId;
      readonly heldOn: CalendarDate;
    }
  | {
      readonly type: 'station.havesChanged';
      readonly complete: boolean;
      readonly missing: readonly Have[];
    }
  | { readonly type: 'station.staffChanged'; readonly staff: readonly StaffMember[] }
  | { readonly type: 'station.acceptanceRequested' }
  | {
      readonly type: 'station.acceptanceRefused';
      readonly checkId: CheckId;
      readonly missing: readonly Have[];
      readonly rectifyBy: CalendarDate;
    }
  | { readonly type: 'station.acceptancePassed'; readonly checkId: CheckId; readonly checkedOn: CalendarDate }
  | { readonly type: 'station.opened'; readonly openedOn: CalendarDate }
  | {
      readonly type: 'station.takenOver';
      readonly openedOn: CalendarDate;
      readonly checkId: CheckId;
      readonly checkedOn: CalendarDate;
    }
  | {
      readonly type: 'station.tierChanged';
      readonly from: Tier;
      readonly to: Tier;
      readonly selectedOn: CalendarDate;
    }
  | { readonly type: 'station.suspended'; readonly from: StationStatus; readonly since: CalendarDate }
  | { readonly type: 'station.resumed'; readonly to: StationStatus; readonly resumedOn: CalendarDate }
  | {
      readonly type: 'station.closed';
      readonly from: StationStatus;
      readonly closedOn: CalendarDate;
      readonly wasOverdue: boolean;
      readonly hadAllHaves: boolean;
    }
  | {
      readonly type: 'station.rectificationOrdered';
      readonly orderedOn: CalendarDate;
      readonly planDueOn: CalendarDate;
      readonly evaluationId: EvaluationId | null;
    }
  | {
      readonly type: 'station.rectificationPlanned';
      readonly completeBy: CalendarDate;
      readonly wasOverdue: boolean;
    }
  | {
      readonly type: 'station.rectificationOverdue';
      readonly lacks: 'PLAN' | 'COMPLETION';
      readonly dueOn: CalendarDate;
    }
  | {
      readonly type: 'station.rectified';
      readonly rectifiedOn: CalendarDate;
      readonly wasOverdue: boolean;
      /** It fell away with the evaluation that had led to it. */
      readonly lifted?: boolean;
    }
  | {
      readonly type: 'station.graded';
      readonly evaluationId: EvaluationId;
      readonly from: Grade | null;
      /** Null when the only evaluation was struck out. */
      readonly to: Grade | null;
    }
  | {
      readonly type: 'station.demonstrationStepped';
      readonly step: DemonstrationStep;
      readonly on: CalendarDate;
    }
  | {
      readonly type: 'station.demonstrationDeclined';
      readonly step: DemonstrationStep;
      readonly on: CalendarDate;
    }
  | {
      readonly type: 'station.demonstrationWithdrawn';
      readonly evaluationId: EvaluationId;
      readonly withdrawnOn: CalendarDate;
    }
  | {
      readonly type: 'station.operatorChanged';
      readonly before: Operation;
      readonly from: CalendarDate;
      readonly stayingPostings: readonly PostingId[];
    }
  | {
      readonly type: 'station.relocated';
      readonly on: CalendarDate;
      readonly before: { readonly townshipCode: RegionCode };
      readonly counted: {
        readonly status: StationStatus;
        readonly tier: Tier;
        readonly hasAllHaves: boolean;
        readonly grade: Grade | null;
        readonly rectificationOverdue: boolean;
      };
    }
  | { readonly type: 'station.guidePublished'; readonly offers: number };
