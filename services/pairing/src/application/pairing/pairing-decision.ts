import {
  type Actor,
  type CalendarDate,
  chinaDay,
  type Command,
  decision,
  type Recorded,
  recordedBy,
  type Role,
} from '@qianshou/kernel';
import type { PairingId } from '../../domain/ids.ts';
import type { Pairing } from '../../domain/pairing/pairing.ts';
import type { Ports } from '../ports.ts';

export interface PairingDecisionInput {
  readonly pairingId: PairingId;
  readonly expectedVersion: number | null;
  readonly idempotencyKey: string;
}

/** The day of a decision, and who takes it. */
export interface Deciding {
  readonly today: CalendarDate;
  readonly recorded: Recorded | null;
}

export interface PairingDecision<Input, Decided> {
  readonly operation: string;
  readonly may: (actor: Actor, pairing: Pairing, input: Input) => void | Promise<void>;
  readonly decide: (pairing: Pairing, input: Input, deciding: Deciding) => Promise<Decided>;
}

/** A decision about a pairing; what is saved with it differs so much that each decision saves it. */
export const pairingDecision = <Input extends PairingDecisionInput, Decided>(
  { pairings, unitOfWork, clock }: Pick<Ports, 'pairings' | 'unitOfWork' | 'clock'>,
  { operation, may, decide }: PairingDecision<Input, Decided>,
): Command<Input, Decided> =>
  decision<Input, Pairing, Input, Decided>(unitOfWork, {
    once: operation,
    load: ({ pairingId }) => pairings.get(pairingId),
    may,
    decide: (_pairing, input) => input,
    save: (input, { state, actor }) => {
      const today = chinaDay(clock.now());
      return decide(state, input, { today, recorded: recordedOf(actor, state, today) });
    },
  });

const RECORDERS: readonly Role[] = ['PROVINCE_AUTHORITY', 'COUNTY_CIVIL_AFFAIRS', 'AGENCY_MANAGER'];

function recordedOf(
  actor: Actor,
  { countyCode, dispatchingAgencyId, recipientAgencyId }: Pairing,
  today: CalendarDate,
): Recorded | null {
  const agencies = [dispatchingAgencyId, recipientAgencyId];
  return recordedBy(actor, today, { roles: RECORDERS, regions: [countyCode], agencies });
}
