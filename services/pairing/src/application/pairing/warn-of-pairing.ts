import { chinaDay, type Warning } from '@qianshou/kernel';
import { pairingWarnings } from '../../domain/work/pairing-warnings.ts';
import type { Pairing } from '../../domain/pairing/pairing.ts';
import type { SchemePolicy } from '../../domain/scheme/scheme-policy.ts';
import type { WorkLedger } from '../../domain/work/work-ledger.ts';
import type { Ports } from '../ports.ts';

/** PAIR-8 to PAIR-11 as of today. */
export const warnOfPairing =
  ({ clock }: Pick<Ports, 'clock'>) =>
  (pairing: Pairing, ledger: WorkLedger | null, policy: SchemePolicy): readonly Warning[] =>
    pairingWarnings(pairing, { ledger, policy, today: chinaDay(clock.now()) });
