import type { CalendarDate, Change } from '@qianshou/kernel';
import { pairingBegunUnstrikable, pairingStruck } from './pairing-errors.ts';
import type { PairingTerminated, PairingWasStruck } from './pairing-events.ts';
import { terminatePairing } from './pairing-life-cycle.ts';
import { isOpen, type Pairing, type TerminatedPairing } from './pairing.ts';
import { struckOut } from './struck.ts';

/** A match whose work never began can be taken for a mistake; one that worked is terminated. */
export function isStrikable({ startsOn, struck = null, handedOverToId }: Pairing): boolean {
  return startsOn === null && struck === null && handedOverToId === null;
}

/** The match never should have been: it ends, where it has not ended, keeps why, and gives its place back. */
export function strikePairing(
  pairing: Pairing,
  reason: string,
  today: CalendarDate,
): Change<TerminatedPairing, PairingTerminated | PairingWasStruck> {
  const struck = struckOut(reason, today);
  const { struck: earlier = null } = pairing;
  if (earlier !== null) throw pairingStruck({ on: earlier.on });
  if (!isStrikable(pairing)) throw pairingBegunUnstrikable({ status: pairing.status });
  const ended = isOpen(pairing)
    ? terminatePairing(pairing, { on: today, reason }, null, today)
    : { state: pairing as TerminatedPairing, events: [] };
  return {
    state: { ...ended.state, struck },
    events: [...ended.events, { type: 'pairing.struck', pairingId: pairing.id }],
  };
}

/** A pairing that took over from another one has the place of that one. */
export function hasOwnPlace({ handedOverFromId }: Pairing): boolean {
  return handedOverFromId === null;
}
