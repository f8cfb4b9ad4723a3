import { DEFAULT_OFFER_DAYS } from '../programme/programme.ts';
import type { TrainingClass } from './class-state.ts';

const DAY_MS = 86_400_000;

/** TRA-7: who does not answer keeps nobody waiting: an offer stands for so many days. */
export function offerExpiry(
  { offerDays = DEFAULT_OFFER_DAYS }: Pick<TrainingClass, 'offerDays'>,
  madeAt: Date,
): Date {
  return new Date(madeAt.getTime() + offerDays * DAY_MS);
}

/** Of an offer that says nothing of its end: when it must have been made to have expired by now. */
export function expiredIfMadeBy(at: Date): Date {
  return new Date(at.getTime() - DEFAULT_OFFER_DAYS * DAY_MS);
}

/** Between its last moment and the next sweep an offer is not taken any more. */
export function isOfferExpired(
  { offerExpiresAt = null }: { readonly offerExpiresAt?: Date | null },
  at: Date,
): boolean {
  return offerExpiresAt !== null && offerExpiresAt <= at;
}
