import {
  badInput,
  type Change,
  lineage,
  publicText,
  type PublicText,
  type RegionCode,
  type Versioned,
  type Written,
} from '@qianshou/kernel';
import {
  type ConsentDocument,
  type Recommendation,
  type ApplicationRecommended,
  requirePaperOf,
} from './consent.ts';
import { type Parties, requireEligible, type Side } from './eligibility.ts';
import { applicationNotDraft } from '../reference/errors.ts';
import type { AgencyId, ApplicationId, PairingId, SchemeId } from '../ids.ts';

export const TASK_GROUPS = ['BUILD_STATION', 'GROW_AGENCY', 'TRAIN_TALENT', 'BUILD_SYSTEM'] as const;

export type TaskGroup = (typeof TASK_GROUPS)[number];

/** What the two agencies want to do together. */
export interface Plan {
  readonly jointPlan: PublicText;
  readonly taskGroups: readonly TaskGroup[];
  readonly continuesEarlierPairing: boolean;
}

interface ApplicationFacts extends Plan, Versioned {
  readonly id: ApplicationId;
  readonly schemeId: SchemeId;
  readonly dispatchingAgencyId: AgencyId;
  readonly recipientAgencyId: AgencyId;
  readonly countyCode: RegionCode;
  /** Of the scheme; both provinces follow the application. */
  readonly dispatchProvinceCode: RegionCode;
  /** Whom it concerns: the regions of both sides and both agencies. A reader's list finds it by these. */
  readonly audience: readonly string[];
  /** The side that handed in first; the other one confirms. */
  readonly proposedBy: Side;
  /** Of sides that did not say yes here themselves. */
  readonly consentDocuments: readonly ConsentDocument[];
  /** Null as long as the province that sends the help has said nothing; absent in records of before. */
  readonly recommendation?: Recommendation | null;
}

export interface DraftApplication extends ApplicationFacts {
  readonly status: 'DRAFT';
  readonly submittedAt: null;
  readonly decidedAt: null;
  readonly reviewOpinion: null;
  readonly pairingId: null;
}

export interface SubmittedApplication extends ApplicationFacts {
  readonly status: 'SUBMITTED';
  readonly submittedAt: Date;
  readonly decidedAt: null;
  readonly reviewOpinion: null;
  readonly pairingId: null;
}

/** The province has taken it up; the agencies know that it is read. */
export interface ReviewedApplication extends ApplicationFacts {
  readonly status: 'PROVINCE_REVIEW';
  readonly submittedAt: Date;
  readonly decidedAt: null;
  readonly reviewOpinion: null;
  readonly pairingId: null;
}

/** Taken back by its own side before a decision (PAIR-6: taking part is voluntary). */
export interface WithdrawnApplication extends ApplicationFacts {
  readonly status: 'WITHDRAWN';
  readonly submittedAt: Date | null;
  readonly decidedAt: null;
  readonly reviewOpinion: null;
  readonly pairingId: null;
}

export interface MatchedApplication extends ApplicationFacts {
  readonly status: 'MATCHED';
  readonly submittedAt: Date;
  readonly decidedAt: Date;
  readonly reviewOpinion: PublicText | null;
  readonly pairingId: PairingId;
}

export interface RejectedApplication extends ApplicationFacts {
  readonly status: 'REJECTED';
  readonly submittedAt: Date;
  readonly decidedAt: Date;
  readonly reviewOpinion: PublicText;
  readonly pairingId: null;
}

/** Handed in by both sides and not decided yet. */
export type PendingApplication = SubmittedApplication | ReviewedApplication;

export type PairingApplication =
  DraftApplication | PendingApplication | MatchedApplication | RejectedApplication | WithdrawnApplication;

export interface ApplicationDrafted {
  readonly type: 'application.drafted';
  readonly applicationId: ApplicationId;
  readonly proposedBy: Side;
}

export interface ApplicationSubmitted {
  readonly type: 'application.submitted';
  readonly applicationId: ApplicationId;
}

export interface ApplicationDecided {
  readonly type: 'application.decided';
  readonly applicationId: ApplicationId;
  readonly outcome: 'MATCHED' | 'REJECTED';
  readonly pairingId: PairingId | null;
}

export interface ApplicationReviewBegun {
  readonly type: 'application.review-begun';
  readonly applicationId: ApplicationId;
}

export interface ApplicationWithdrawn {
  readonly type: 'application.withdrawn';
  readonly applicationId: ApplicationId;
  readonly wasSubmitted: boolean;
}

export type ApplicationEvent =
  | ApplicationRecommended
  | ApplicationDrafted
  | ApplicationSubmitted
  | ApplicationReviewBegun
  | ApplicationDecided
  | ApplicationWithdrawn;

export interface Proposal {
  readonly proposedBy: Side;
  readonly consentDocuments?: readonly ConsentDocument[];
}

/** One side hands in the joint plan; it becomes an application of both when the other side confirms it (PAIR-6). */
export function propose(
  id: ApplicationId,
  plan: Written<Plan>,
  parties: Parties,
  { proposedBy, consentDocuments = [] }: Proposal,
): Change<DraftApplication, ApplicationDrafted> {
  requireEligible(parties);
  const { dispatching, recipient, scheme, countyCode } = parties;
  const draft: DraftApplication = {
    id,
    version: 0,
    schemeId: scheme.id,
    dispatchingAgencyId: dispatching.id,
    recipientAgencyId: recipient.id,
    countyCode,
    dispatchProvinceCode: scheme.dispatchProvinceCode,
    audience: audienceOfParties(parties),
    jointPlan: publicText(plan.jointPlan, 'jointPlan', 5_000),
    taskGroups: distinct(plan.taskGroups),
    continuesEarlierPairing: plan.continuesEarlierPairing,
    proposedBy,
    consentDocuments,
    status: 'DRAFT',
    submittedAt: null,
    decidedAt: null,
    reviewOpinion: null,
    pairingId: null,
  };
  return { state: draft, events: [{ type: 'application.drafted', applicationId: id, proposedBy }] };
}

/** The side whose consent a draft still lacks. */
export function awaitedSide(application: PairingApplication): Side {
  return application.proposedBy === 'DISPATCHING' ? 'RECIPIENT' : 'DISPATCHING';
}

export function confirm(
  application: PairingApplication,
  at: Date,
  consents: readonly ConsentDocument[] = [],
): Change<SubmittedApplication, ApplicationSubmitted> {
  if (application.status !== 'DRAFT') throw applicationNotDraft({ status: application.status });
  const consentDocuments = [...application.consentDocuments, ...consents];
  return {
    state: { ...application, consentDocuments, status: 'SUBMITTED', submittedAt: at },
    events: [{ type: 'application.submitted', applicationId: application.id }],
  };
}

/**
 * PAIR-6: a recipient province hands in with the recipient's paper; with the other side's as well it is of both at
 * once, without it a draft that waits for them.
 */
export function proposeWithPapers(
  id: ApplicationId,
  plan: Written<Plan>,
  parties: Parties,
  { papers, at }: { readonly papers: readonly ConsentDocument[]; readonly at: Date },
): Change<DraftApplication | SubmittedApplication, ApplicationDrafted | ApplicationSubmitted> {
  const drafted = propose(id, plan, parties, { proposedBy: 'RECIPIENT', consentDocuments: papers });
  requirePaperOf('RECIPIENT', papers);
  return papers.some(({ side }) => side === 'DISPATCHING') ? submittedAtOnce(drafted, at) : drafted;
}

/** With the papers of both sides an application is handed in and confirmed at once. */
export function proposeForBoth(
  id: ApplicationId,
  plan: Written<Plan>,
  parties: Parties,
  { papers, at }: { readonly papers: readonly ConsentDocument[]; readonly at: Date },
): Change<SubmittedApplication, ApplicationDrafted | ApplicationSubmitted> {
  return submittedAtOnce(
    propose(id, plan, parties, { proposedBy: 'RECIPIENT', consentDocuments: papers }),
    at,
  );
}

function submittedAtOnce(
  drafted: Change<DraftApplication, ApplicationDrafted>,
  at: Date,
): Change<SubmittedApplication, ApplicationDrafted | ApplicationSubmitted> {
  const submitted = confirm(drafted.state, at);
  return { state: submitted.state, events: [...drafted.events, ...submitted.events] };
}

function audienceOfParties({ dispatching, recipient, scheme, countyCode }: Parties): readonly string[] {
  const { dispatchProvinceCode } = scheme;
  const concerned = [...lineage(countyCode), dispatchProvinceCode, dispatching.id, recipient.id];
  return [...new Set<string>(concerned)];
}

function distinct(taskGroups: readonly TaskGroup[]): readonly TaskGroup[] {
  const chosen = TASK_GROUPS.filter((group) => taskGroups.includes(group));
  if (chosen.length === 0)
    throw badInput({
      field: 'taskGroups',
      reason: { en: 'name at least one task group', zh: '请至少填写一个任务组' },
    });
  return chosen;
}
