import { chinaDay, type Grounds } from '@qianshou/kernel';
import { returnPlace } from '../../domain/scheme/cooperation-scheme.ts';
import { hasOwnPlace, strikePairing as strike } from '../../domain/pairing/pairing-strike.ts';
import { mayDirect } from '../../domain/pairing/policy.ts';
import { schemeKey } from '../reference/held-keys.ts';
import { pairingDecision, type PairingDecisionInput } from './pairing-decision.ts';
import type { Ports } from '../ports.ts';
import { savePairing } from './save-pairing.ts';

export interface StrikePairingInput extends PairingDecisionInput, Grounds {}

/** With the match goes its place of the scheme: another pair may take it. */
export const strikePairing = (ports: Ports) =>
  pairingDecision(ports, {
    operation: 'strikePairing',
    may: mayDirect,
    decide: async (pairing, { reason, evidence }: StrikePairingInput) => {
      await ports.unitOfWork.hold(schemeKey(pairing.schemeId));
      const change = strike(pairing, { reason, evidence }, chinaDay(ports.clock.now()));
      const struck = await savePairing(ports, pairing, change);
      if (hasOwnPlace(pairing)) {
        await ports.schemes.save(returnPlace(await ports.schemes.get(pairing.schemeId)));
      }
      return struck;
    },
  });
