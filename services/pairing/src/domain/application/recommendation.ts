import { type CalendarDate, type Change, type DocumentReference, publicText } from '@qianshou/kernel';
import { isUndecided } from './application-decision.ts';
import type { ApplicationRecommended, Recommended } from './consent.ts';
import { applicationDecided } from '../reference/errors.ts';
import { applicationObjected, applicationRecommendedAlready } from './errors.ts';
import type { PairingApplication } from './pairing-application.ts';

export interface RecommendationOrder {
  readonly verdict: Recommended;
  readonly opinion: string;
  readonly document: DocumentReference | null;
}

/** As long as nothing is decided; who objected may recommend afterwards, and the other way round. */
export function recommend(
  application: PairingApplication,
  { verdict, opinion, document }: RecommendationOrder,
  on: CalendarDate,
): Change<PairingApplication, ApplicationRecommended> {
  if (!isUndecided(application)) throw applicationDecided({ status: application.status });
  const earlier = application.recommendation ?? null;
  if (earlier?.verdict === verdict) throw applicationRecommendedAlready({ on: earlier.on });
  const recommendation = { verdict, opinion: publicText(opinion, 'opinion', 2_000), document, on };
  return {
    state: { ...application, recommendation },
    events: [{ type: 'application.recommended', applicationId: application.id, verdict }],
  };
}

/** Handed in by both sides, undecided, and not objected to. */
export function isMatchable({ status, recommendation = null }: PairingApplication): boolean {
  const pending = status === 'SUBMITTED' || status === 'PROVINCE_REVIEW';
  return pending && recommendation?.verdict !== 'OBJECTED';
}

/** PAIR-6: taking part is voluntary, for the province that sends as well. */
export function refuseObjected({ recommendation = null }: PairingApplication): void {
  if (recommendation?.verdict === 'OBJECTED') throw applicationObjected({ on: recommendation.on });
}
