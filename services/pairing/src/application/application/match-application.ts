import { type Actor, expectVersion } from '@qianshou/kernel';
import type { ApplicationId } from '../../domain/ids.ts';
import { match } from '../../domain/pairing/matching.ts';
import type { MatchedApplication } from '../../domain/application/pairing-application.ts';
import type { MatchedPairing } from '../../domain/pairing/pairing.ts';
import { mayDecide, mustSee } from '../../domain/application/policy.ts';
import { heldGround } from './held-ground.ts';
import { onceRequest } from '../reference/once-request.ts';
import type { Ports } from '../ports.ts';

export interface MatchApplicationInput {
  readonly applicationId: ApplicationId;
  readonly reviewOpinion: string | null;
  readonly expectedVersion: number | null;
  readonly idempotencyKey: string;
}

export interface Matched {
  readonly application: MatchedApplication;
  readonly pairing: MatchedPairing;
}

export const matchApplication =
  (ports: Ports) =>
  (input: MatchApplicationInput, actor: Actor): Promise<Matched> =>
    ports.unitOfWork.once(onceRequest('matchPairingApplication', actor, input), async () => {
      const { applications, schemes, pairings, clock, newId } = ports;
      const application = await applications.get(input.applicationId);
      mustSee(actor, application);
      mayDecide(actor, application);
      expectVersion(application, input.expectedVersion);
      const ground = await heldGround(ports, application);
      const decision = { pairingId: newId('par'), reviewOpinion: input.reviewOpinion, at: clock.now() };
      const changes = match(application, { ...ground, ...decision });
      await schemes.save(changes.scheme);
      return {
        application: await applications.save(changes.application),
        pairing: await pairings.save(changes.pairing),
      };
    });
