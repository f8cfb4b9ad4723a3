import { type CalendarDate, type Change, type Grounds, struckOut } from '@qianshou/kernel';
import { pairingBegunUnstrikable, pairingStruck } from './errors.ts';
import type { PairingWasStruck } from './pairing-events.ts';
import type { CompletedPairing, Pairing, TerminatedPairing } from './pairing.ts';

/** Entered from papers of earlier years by mistake: it has used no place. */
function isHistory({ origin, struck = null, status }: Pairing): boolean {
  return origin === 'HISTORY' && status === 'COMPLETED' && struck === null;
}

/** A terminated match whose work never began can be taken for a mistake; one that worked has used its place. */
export function isStrikable(pairing: Pairing): pairing is TerminatedPairing | CompletedPairing {
  if (isHistory(pairing)) return true;
  const { startsOn, struck = null, handedOverToId, status } = pairing;
  return status === 'TERMINATED' && startsOn === null && struck === null && handedOverToId === null;
}

/** The match never should have been: it keeps why, and gives its place back. */
export function strikePairing(
  pairing: Pairing,
  { reason, evidence = null }: { readonly reason: string; readonly evidence?: Grounds['evidence'] },
  today: CalendarDate,
): Change<TerminatedPairing | CompletedPairing, PairingWasStruck> {
  const struck = struckOut(reason, today, evidence);
  const { struck: earlier = null } = pairing;
  if (earlier !== null) throw pairingStruck({ on: earlier.on });
  if (!isStrikable(pairing)) throw pairingBegunUnstrikable({ status: pairing.status });
  return { state: { ...pairing, struck }, events: [{ type: 'pairing.struck', pairingId: pairing.id }] };
}

/** A pairing that took over from another one has the place of that one. */
export function hasOwnPlace({ handedOverFromId, origin }: Pairing): boolean {
  return handedOverFromId === null && origin !== 'HISTORY';
}
