import type { CalendarDate } from '@qianshou/kernel';
import { pairingDatesInvalid } from '../pairing/errors.ts';
import type {
  ActivePairing,
  Pairing,
  PairingInFinalEvaluation,
  PastEndPairing,
  SuspendedPairing,
} from '../pairing/pairing.ts';
import { workClosed, workOutsideSpan } from './errors.ts';

type AtWork = ActivePairing | PastEndPairing | PairingInFinalEvaluation;

/** What was done is entered while the pairing is at work, and until it is judged: bureaus write up afterwards. */
export function requireWork(pairing: Pairing): AtWork {
  if (!isAtWork(pairing)) throw workClosed({ status: pairing.status });
  return pairing;
}

export function isAtWork(pairing: Pairing): pairing is AtWork {
  return ['ACTIVE', 'PAST_END', 'FINAL_EVALUATION'].includes(pairing.status);
}

type Begun = AtWork | SuspendedPairing;

/** Begun and not over: at work, resting, or being judged. */
export function isBegun(pairing: Pairing): pairing is Begun {
  return pairing.status === 'SUSPENDED' || isAtWork(pairing);
}

/** A day of work lies within the pairing's days and not in the future. */
export function requireWithin(pairing: Pairing, field: string, day: CalendarDate, today: CalendarDate): void {
  requireOfSpan(requireWork(pairing), field, day, today);
}

/** What is corrected may lie in a pairing that rests. */
export function requireWithinBegun(
  pairing: Pairing,
  field: string,
  day: CalendarDate,
  today: CalendarDate,
): void {
  requireOfSpan(requireBegun(pairing), field, day, today);
}

function requireOfSpan(
  { startsOn, endsOn }: Pick<Begun, 'startsOn' | 'endsOn'>,
  field: string,
  day: CalendarDate,
  today: CalendarDate,
): void {
  if (day < startsOn || day > endsOn) throw workOutsideSpan({ field, startsOn, endsOn });
  if (day > today) throw pairingDatesInvalid({ field, reason: { en: 'in the future', zh: '晚于今天' } });
}

/** A report is owed for what was done, also while the work rests. */
export function requireBegun(pairing: Pairing): Begun {
  if (!isBegun(pairing)) throw workClosed({ status: pairing.status });
  return pairing;
}
