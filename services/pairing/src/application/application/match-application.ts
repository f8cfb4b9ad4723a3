import { type Command, decision } from '@qianshou/kernel';
import { match } from '../../domain/pairing/matching.ts';
import type { MatchedApplication } from '../../domain/application/pairing-application.ts';
import type { MatchedPairing } from '../../domain/pairing/pairing.ts';
import { type ApplicationStep, mayDecideOn, onApplication } from './application-decision.ts';
import { heldGround } from './held-ground.ts';
import type { Ports } from '../ports.ts';

export interface MatchApplicationInput extends ApplicationStep {
  readonly reviewOpinion: string | null;
}

export interface Matched {
  readonly application: MatchedApplication;
  readonly pairing: MatchedPairing;
}

export const matchApplication = (ports: Ports): Command<MatchApplicationInput, Matched> => {
  const { applications, schemes, pairings, clock, newId } = ports;
  return decision(ports.unitOfWork, {
    ...onApplication(ports),
    once: 'matchPairingApplication',
    may: mayDecideOn,
    decide: async (application, { reviewOpinion }) => {
      const ground = await heldGround(ports, application);
      return match(application, { ...ground, pairingId: newId('par'), reviewOpinion, at: clock.now() });
    },
    save: async (changes) => {
      await schemes.save(changes.scheme);
      return {
        application: await applications.save(changes.application),
        pairing: await pairings.save(changes.pairing),
      };
    },
  });
};
