import { badInput, type CalendarDate, type Change, publicLine } from '@qianshou/kernel';
import { pairingDatesInvalid, pairingNotExtendable } from './errors.ts';
import type { PairingExtended } from './pairing-events.ts';
import { requireBetween } from './pairing-life-cycle.ts';
import type { ActivePairing, Pairing, PastEndPairing, SuspendedPairing } from './pairing.ts';
import { type ProgrammePhase, requireOpenPhase } from '../scheme/programme-phase.ts';

export interface ExtensionOrder {
  readonly endsOn: CalendarDate;
  readonly documentNo: string;
  readonly decidedOn: CalendarDate;
}

export interface ExtensionFacts {
  readonly phases: readonly ProgrammePhase[];
  readonly today: CalendarDate;
}

type Extendable = ActivePairing | PastEndPairing | SuspendedPairing;

/** Longer than any cycle: two years after the day on which it should have ended. */
const LONGEST_YEARS = 2;

/** The last day is put off by a document: what was past its end works again, what rests goes on resting. */
export function extendPairing(
  pairing: Pairing,
  { endsOn, documentNo, decidedOn }: ExtensionOrder,
  { phases, today }: ExtensionFacts,
): Change<Extendable, PairingExtended> {
  const extendable = requireExtendable(pairing);
  const { id: pairingId, startsOn, endsOn: endsOnBefore } = extendable;
  if (endsOn <= endsOnBefore)
    throw pairingDatesInvalid({
      field: 'endsOn',
      reason: { en: `not after ${endsOnBefore}, its last day now`, zh: `应晚于现到期日 ${endsOnBefore}` },
    });
  if (Number(endsOn.slice(0, 4)) > Number(endsOnBefore.slice(0, 4)) + LONGEST_YEARS)
    throw badInput({
      field: 'endsOn',
      reason: { en: `more than ${LONGEST_YEARS} years later`, zh: `延期不得超过 ${LONGEST_YEARS} 年` },
    });
  requireBetween('decidedOn', decidedOn, startsOn, today);
  requireOpenPhase({ startsOn, endsOn }, phases);
  const extension = {
    endsOnBefore,
    endsOn,
    documentNo: publicLine(documentNo, 'documentNo', 100),
    decidedOn,
  };
  const extended = { ...extendable, endsOn, extensions: [...extendable.extensions, extension] };
  return {
    state: endsOn < today || extended.status === 'SUSPENDED' ? extended : { ...extended, status: 'ACTIVE' },
    events: [{ type: 'pairing.extended', pairingId, endsOnBefore, endsOn }],
  };
}

const EXTENDABLE: readonly Pairing['status'][] = ['ACTIVE', 'PAST_END', 'SUSPENDED'];

export function isExtendable(pairing: Pairing): pairing is Extendable {
  return EXTENDABLE.includes(pairing.status);
}

function requireExtendable(pairing: Pairing): Extendable {
  if (!isExtendable(pairing)) throw pairingNotExtendable({ status: pairing.status });
  return pairing;
}
