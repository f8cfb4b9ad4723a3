import { type Actor, expectVersion } from '@qianshou/kernel';
import type { ApplicationId, PairingId } from '../domain/ids.ts';
import { match, type MatchingFacts } from '../domain/matching.ts';
import type { MatchedApplication, PairingApplication } from '../domain/pairing-application.ts';
import type { MatchedPairing } from '../domain/pairing.ts';
import { mayDecide, mustSee } from '../domain/policy.ts';
import { newCounty } from '../domain/recipient-county.ts';
import { agencyKey, countyKey, schemeKey } from './held-keys.ts';
import { onceRequest } from './once-request.ts';
import type { Ports } from './ports.ts';

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
      const facts = await heldFacts(ports, application);
      const decision = { pairingId: newId('par'), reviewOpinion: input.reviewOpinion, at: clock.now() };
      const changes = match(application, { ...facts, ...decision });
      await schemes.save(changes.scheme);
      return {
        application: await applications.save(changes.application),
        pairing: await pairings.save(changes.pairing),
      };
    });

/** Scheme, agencies and county are held first: what is read of them afterwards stays true until the decision is saved. */
async function heldFacts(
  { agencies, schemes, pairings, phases, counties, unitOfWork }: Ports,
  application: PairingApplication,
): Promise<Omit<MatchingFacts, keyof { pairingId: PairingId; reviewOpinion: string; at: Date }>> {
  const { schemeId, dispatchingAgencyId, recipientAgencyId, countyCode } = application;
  await unitOfWork.hold(schemeKey(schemeId));
  await unitOfWork.hold(agencyKey(dispatchingAgencyId));
  await unitOfWork.hold(agencyKey(recipientAgencyId));
  await unitOfWork.hold(countyKey(countyCode));
  const scheme = await schemes.get(schemeId);
  return {
    scheme,
    dispatching: await agencies.get(dispatchingAgencyId),
    recipient: await agencies.get(recipientAgencyId),
    county: (await counties.find(countyCode)) ?? newCounty(countyCode),
    phases: await phases.listAll(),
    open: {
      DISPATCHING: await pairings.findOpen('DISPATCHING', dispatchingAgencyId, scheme.year),
      RECIPIENT: await pairings.findOpen('RECIPIENT', recipientAgencyId, scheme.year),
    },
    earlierInYear: await pairings.countOf(countyCode, scheme.year),
  };
}
