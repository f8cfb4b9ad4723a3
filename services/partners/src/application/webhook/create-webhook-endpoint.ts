import { type Command, permit, type PublicText, type RegionCode } from '@qianshou/kernel';
import { selectionOf } from '../../domain/feed/selection.ts';
import { mayRegisterFor } from '../../domain/policy.ts';
import { registerEndpoint, type WebhookEndpoint } from '../../domain/webhook/endpoint.ts';
import { tooManyEndpoints } from '../../domain/webhook/errors.ts';
import type { DeliveryMode } from '../../domain/webhook/turns.ts';
import type { Ports } from '../ports.ts';
import { reachOfReader } from '../standing/partner-standing.ts';
import { callOf } from './new-delivery.ts';

export interface CreateWebhookEndpointInput {
  readonly name: PublicText;
  readonly url: string;
  readonly types: readonly string[];
  readonly region: RegionCode;
  readonly mode: DeliveryMode;
  readonly concurrency: number;
  readonly perSecond: number | null;
  readonly from: 'NOW' | 'BEGINNING';
}

type Deps = Pick<
  Ports,
  'clock' | 'deliveries' | 'endpoints' | 'feed' | 'newId' | 'secretKeyId' | 'standings' | 'unitOfWork'
>;

const MOST = 20;

/** It is called with a challenge first; what happens meanwhile waits for it. */
export const createWebhookEndpoint =
  ({
    clock,
    deliveries,
    endpoints,
    feed,
    newId,
    secretKeyId,
    standings,
    unitOfWork,
  }: Deps): Command<CreateWebhookEndpointInput, WebhookEndpoint> =>
  async ({ from, types, region, ...input }, actor) => {
    permit(mayRegisterFor(actor, region));
    const owner = actor.subject ?? '';
    selectionOf(types, region);
    const { regions: reach } = await reachOfReader({ standings })(actor);
    const seq = from === 'NOW' ? await feed.end() : 0;
    return unitOfWork.run(async () => {
      await unitOfWork.hold(`webhooks of ${owner}`);
      if ((await endpoints.countOf(owner)) >= MOST) throw tooManyEndpoints({ most: MOST });
      const id = newId('whe');
      const registeredAt = clock.now();
      const secret = { keyId: secretKeyId(), generation: 1 };
      const proposal = { ...input, types, regionCode: region, id, owner, reach, secret, registeredAt };
      const endpoint = await endpoints.save(registerEndpoint(proposal));
      const challenge = callOf('CHALLENGE', id, { newId, now: registeredAt });
      await deliveries.make(id, [challenge], { from: null, to: { seq, round: 0 } });
      return endpoint;
    });
  };
