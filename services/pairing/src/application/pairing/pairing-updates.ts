import {
  type AskedUpdate,
  type CalendarDate,
  type Change,
  chinaDay,
  type RowUpdates,
} from '@qianshou/kernel';
import { pairingNotFound } from '../../domain/pairing/errors.ts';
import type { Pairing } from '../../domain/pairing/pairing.ts';
import type { PairingEvent } from '../../domain/pairing/pairing-events.ts';
import { sign, start } from '../../domain/pairing/pairing-life-cycle.ts';
import { mayConduct } from '../../domain/pairing/policy.ts';
import type { PairingRow } from './pairing-columns.ts';
import { agenciesOf, knownPairing, type PairingFacts } from './pairing-facts.ts';
import type { Ports } from '../ports.ts';
import { savePairing } from './save-pairing.ts';

export interface PairingUpdate {
  readonly before: Pairing;
  readonly change: Change<Pairing, PairingEvent>;
}

/** A pairing that is open is signed and started by a file, as `signPairing` and `startPairing` do it. */
export function pairingUpdates(ports: Ports): RowUpdates<PairingRow, PairingFacts, PairingUpdate> {
  return {
    operations: ['signPairing', 'startPairing'],
    decide: (row, facts, asked) => decide(row, facts, { ...asked, today: chinaDay(ports.clock.now()) }),
    save: async (updates) => {
      for (const { before, change } of updates) await savePairing(ports, before, change);
    },
  };
}

type Asked = AskedUpdate & { readonly today: CalendarDate };

function decide(row: PairingRow, facts: PairingFacts, { actor, today }: Asked): PairingUpdate {
  const before = knownPairing(row, agenciesOf(row, facts), facts);
  if (before === undefined) throw pairingNotFound({ id: row.recipientCreditCode });
  mayConduct(actor, before);
  const { agreement, span } = row;
  const signed = before.status === 'MATCHED' ? sign(before, agreement, today) : { state: before, events: [] };
  if (span === null) return { before, change: signed };
  const started = start(signed.state, span, { phases: facts.phases, today });
  return { before, change: { state: started.state, events: [...signed.events, ...started.events] } };
}
