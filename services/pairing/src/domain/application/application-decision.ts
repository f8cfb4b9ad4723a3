import { type Change, publicText } from '@qianshou/kernel';
import { applicationDecided, applicationNotSubmitted } from '../reference/errors.ts';
import type { PairingId } from '../ids.ts';
import type {
  ApplicationDecided,
  ApplicationReviewBegun,
  ApplicationWithdrawn,
  DraftApplication,
  MatchedApplication,
  PairingApplication,
  PendingApplication,
  RejectedApplication,
  ReviewedApplication,
  WithdrawnApplication,
} from './pairing-application.ts';

/** A decision is made once, over what both sides handed in (PAIR-6). */
export function requirePending(application: PairingApplication): PendingApplication {
  if (application.status !== 'SUBMITTED' && application.status !== 'PROVINCE_REVIEW')
    throw applicationNotSubmitted({ status: application.status });
  return application;
}

export function beginReview(
  application: PairingApplication,
): Change<ReviewedApplication, ApplicationReviewBegun> {
  if (application.status !== 'SUBMITTED') throw applicationNotSubmitted({ status: application.status });
  return {
    state: { ...application, status: 'PROVINCE_REVIEW' },
    events: [{ type: 'application.review-begun', applicationId: application.id }],
  };
}

export function withdraw(
  application: PairingApplication,
): Change<WithdrawnApplication, ApplicationWithdrawn> {
  if (!isUndecided(application)) throw applicationDecided({ status: application.status });
  return {
    state: { ...application, status: 'WITHDRAWN' },
    events: [
      {
        type: 'application.withdrawn',
        applicationId: application.id,
        wasSubmitted: application.status !== 'DRAFT',
      },
    ],
  };
}

export function isUndecided(
  application: PairingApplication,
): application is DraftApplication | PendingApplication {
  return ['DRAFT', 'SUBMITTED', 'PROVINCE_REVIEW'].includes(application.status);
}

export function accept(
  application: PendingApplication,
  decision: { readonly pairingId: PairingId; readonly reviewOpinion: string | null; readonly at: Date },
): Change<MatchedApplication, ApplicationDecided> {
  const { pairingId, reviewOpinion, at } = decision;
  const opinion = reviewOpinion === null ? null : publicText(reviewOpinion, 'reviewOpinion', 2_000);
  return {
    state: { ...application, status: 'MATCHED', decidedAt: at, reviewOpinion: opinion, pairingId },
    events: [{ type: 'application.decided', applicationId: application.id, outcome: 'MATCHED', pairingId }],
  };
}

/** The agencies are owed the reason. */
export function reject(
  application: PendingApplication,
  reviewOpinion: string,
  at: Date,
): Change<RejectedApplication, ApplicationDecided> {
  const opinion = publicText(reviewOpinion, 'reviewOpinion', 2_000);
  return {
    state: { ...application, status: 'REJECTED', decidedAt: at, reviewOpinion: opinion },
    events: [
      { type: 'application.decided', applicationId: application.id, outcome: 'REJECTED', pairingId: null },
    ],
  };
}
