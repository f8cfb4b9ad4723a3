import type { PairingId } from '../../domain/ids.ts';
import { type PairingRecord, recordOf } from '../../domain/work/pairing-record.ts';
import type { Pairing } from '../../domain/pairing/pairing.ts';
import type { SchemePolicy } from '../../domain/scheme/scheme-policy.ts';
import { newLedger, type WorkLedger } from '../../domain/work/work-ledger.ts';
import type { Ports } from '../ports.ts';

/** A pairing with what every record of its work rests on. */
export interface Work {
  readonly pairing: Pairing;
  readonly record: PairingRecord;
  readonly policy: SchemePolicy;
  readonly ledger: WorkLedger;
}

type Sources = Pick<Ports, 'pairings' | 'schemes' | 'ledgers'>;

export async function workOf({ pairings, ...sources }: Sources, id: PairingId): Promise<Work> {
  return workOfPairing(sources, await pairings.get(id));
}

export async function workOfPairing(
  { schemes, ledgers }: Pick<Sources, 'schemes' | 'ledgers'>,
  pairing: Pairing,
): Promise<Work> {
  const scheme = await schemes.get(pairing.schemeId);
  const record = recordOf(pairing, scheme);
  const ledger = (await ledgers.find(pairing.id)) ?? newLedger(pairing, record);
  return { pairing, record, policy: scheme.policy, ledger };
}
