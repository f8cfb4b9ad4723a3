import type { CalendarDate } from '@qianshou/kernel';
import { pairingDatesInvalid } from './pairing-errors.ts';
import type { ActivePairing, Pairing, PairingInFinalEvaluation, SuspendedPairing } from './pairing.ts';
import { workClosed, workOutsideSpan } from './work-errors.ts';

/** What was done is entered while the pairing is at work, and until it is judged: bureaus write up afterwards. */
export function requireWork(pairing: Pairing): ActivePairing | PairingInFinalEvaluation {
  if (!isAtWork(pairing)) throw workClosed({ status: pairing.status });
  return pairing;
}

export function isAtWork(pairing: Pairing): pairing is ActivePairing | PairingInFinalEvaluation {
  return pairing.status === 'ACTIVE' || pairing.status === 'FINAL_EVALUATION';
}

type Begun = ActivePairing | SuspendedPairing | PairingInFinalEvaluation;

/** Begun and not over: at work, resting, or being judged. */
export function isBegun(pairing: Pairing): pairing is Begun {
  return pairing.status === 'SUSPENDED' || isAtWork(pairing);
}

/** A day of work lies within the pairing's days and not in the future. */
export function requireWithin(pairing: Pairing, field: string, day: CalendarDate, today: CalendarDate): void {
  const { startsOn, endsOn } = requireWork(pairing);
  if (day < startsOn || day > endsOn) throw workOutsideSpan({ field, startsOn, endsOn });
  if (day > today) throw pairingDatesInvalid({ field, reason: 'in the future' });
}

/** A report is owed for what was done, also while the work rests. */
export function requireBegun(pairing: Pairing): Begun {
  if (!isBegun(pairing)) throw workClosed({ status: pairing.status });
  return pairing;
}
