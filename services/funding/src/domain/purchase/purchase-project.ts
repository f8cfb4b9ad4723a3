import type {
  CalendarDate,
  DocumentReference,
  Fen,
  PublicText,
  RegionCode,
  Versioned,
} from '@qianshou/kernel';
import type { AgencyId, BudgetPlanId, PurchaseProjectId, StationId } from '../ids.ts';
import type { Programme } from '../money/account.ts';
import type { ProviderCheck } from './provider-check.ts';
import type { PurchaseMethod } from './purchase-method.ts';

/** What is to be bought, for which stations, and for how much at most (采购项目). */
export interface PurchaseNeed {
  readonly title: PublicText;
  /** The office that buys (采购人). */
  readonly purchaserOrg: PublicText;
  readonly stationIds: readonly StationId[];
  readonly method: PurchaseMethod;
  readonly methodReason: PublicText | null;
  readonly amountFen: Fen;
  readonly need: PublicText;
}

/** A purchase from the need to the contract; 8.4: `PLANNED → PUBLISHED → AWARDED → CONTRACTED → CLOSED`. */
export interface PurchaseProject extends PurchaseNeed, Versioned {
  readonly id: PurchaseProjectId;
  readonly countyCode: RegionCode;
  readonly year: number;
  readonly programme: Programme;
  readonly budgetPlanId: BudgetPlanId;
  readonly status: PurchaseStatus;
  readonly plannedBy: string;
  /** Reg. Art. 15: whom the public was asked for a public service; null while nobody was. */
  readonly consultation: Consultation | null;
  /** One a publication: a purchase that failed is published again. */
  readonly rounds: readonly PurchaseRound[];
  readonly objections: readonly PurchaseObjection[];
  readonly corrections: readonly NeedCorrection[];
  readonly closed: PurchaseClosing | null;
}

export const PURCHASE_STATUSES = ['PLANNED', 'PUBLISHED', 'AWARDED', 'CONTRACTED', 'CLOSED'] as const;

export type PurchaseStatus = (typeof PURCHASE_STATUSES)[number];

export interface Consultation {
  readonly consultedOn: CalendarDate;
  readonly people: number;
  /** What they said, without names. */
  readonly opinion: PublicText;
  readonly by: string;
}

export interface PurchaseRound {
  readonly no: number;
  readonly method: PurchaseMethod;
  readonly publishedOn: CalendarDate;
  readonly publicUrl: PublicText;
  /** Until when offers are taken, and objections to a single source. */
  readonly openUntil: CalendarDate;
  readonly failed: PurchaseFailure | null;
  /** Who won; each one but the last was void. */
  readonly awards: readonly PurchaseAward[];
}

/** Why a purchase failed (废标), Government Procurement Law Art. 36. */
export const FAILURES = ['TOO_FEW_BIDS', 'IRREGULARITY', 'ABOVE_BUDGET', 'NEED_CHANGED'] as const;

export type FailureGround = (typeof FAILURES)[number];

export interface PurchaseFailure {
  readonly on: CalendarDate;
  readonly ground: FailureGround;
  readonly reason: PublicText;
  readonly by: string;
}

/** What somebody offered. */
export interface Bid {
  readonly agencyId: AgencyId;
  readonly quoteFen: Fen;
  /** Null where points are not given. */
  readonly score: number | null;
  /** FUN-14: graded EXCELLENT or GOOD in the county; frozen when the purchase was awarded. */
  readonly preferred: boolean;
}

export interface PurchaseAward {
  readonly awardedOn: CalendarDate;
  readonly publicUrl: PublicText;
  readonly providerAgencyId: AgencyId;
  readonly amountFen: Fen;
  readonly bids: readonly Bid[];
  readonly checks: readonly ProviderCheck[];
  /** Why a better offer was passed over. */
  readonly passedOverReason: PublicText | null;
  readonly by: string;
  /** An objection was upheld: it counts no more. */
  readonly voidedOn: CalendarDate | null;
}

/** What somebody held against a purchase (质疑); while it is open nothing goes on. */
export interface PurchaseObjection {
  readonly no: number;
  readonly raisedOn: CalendarDate;
  /** The organisation that objects. */
  readonly party: PublicText;
  readonly content: PublicText;
  readonly answer: ObjectionAnswer | null;
}

export interface ObjectionAnswer {
  readonly on: CalendarDate;
  readonly upheld: boolean;
  readonly content: PublicText;
  readonly by: string;
}

/** What the need said before it was put right. */
export interface NeedCorrection extends PurchaseNeed {
  readonly on: CalendarDate;
  readonly by: string;
  readonly reason: PublicText;
  readonly evidence: DocumentReference | null;
}

export interface PurchaseClosing {
  readonly on: CalendarDate;
  readonly by: string;
  readonly reason: PublicText;
}

export type PurchaseEvent =
  | { readonly type: 'purchase.planned' | 'purchase.corrected' | 'purchase.consulted'; readonly by: string }
  | { readonly type: 'purchase.published'; readonly by: string; readonly round: PurchaseRound }
  | {
      readonly type: 'purchase.failed';
      readonly by: string;
      readonly roundNo: number;
      readonly ground: FailureGround;
    }
  | { readonly type: 'purchase.awarded'; readonly by: string; readonly award: PurchaseAward }
  | {
      readonly type: 'purchase.objection-raised' | 'purchase.objection-answered';
      readonly by: string;
      readonly objection: PurchaseObjection;
    }
  | { readonly type: 'purchase.contracted'; readonly by: string }
  | { readonly type: 'purchase.closed'; readonly by: string; readonly contractedFen: Fen };

export function roundOf({ rounds }: Pick<PurchaseProject, 'rounds'>): PurchaseRound | null {
  return rounds.at(-1) ?? null;
}

/** Who won, and still does. */
export function awardOf(project: Pick<PurchaseProject, 'rounds'>): PurchaseAward | null {
  const last = roundOf(project)?.awards.at(-1) ?? null;
  return last === null || last.voidedOn !== null ? null : last;
}

export function isSuspended({ objections }: Pick<PurchaseProject, 'objections'>): boolean {
  return objections.some(({ answer }) => answer === null);
}
