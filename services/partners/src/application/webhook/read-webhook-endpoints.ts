import { type Actor, hasRole, type Page, type PageRequest, permit, type RegionCode } from '@qianshou/kernel';
import type { EndpointId } from '../../domain/ids.ts';
import { mayRegisterFor, maySee } from '../../domain/policy.ts';
import { seenBy, selectionOf } from '../../domain/feed/selection.ts';
import { CALLED, type WebhookEndpoint } from '../../domain/webhook/endpoint.ts';
import type { FeedEntry } from '../feed/ports.ts';
import type { Ports } from '../ports.ts';
import type { Delivery } from './ports.ts';
import { reachOfReader } from '../standing/partner-standing.ts';

type Deps = Pick<Ports, 'endpoints'>;

export const findWebhookEndpoint =
  ({ endpoints }: Deps) =>
  async (id: EndpointId, actor: Actor): Promise<WebhookEndpoint | null> => {
    const endpoint = await endpoints.find(id);
    return endpoint !== null && maySee(actor, endpoint) ? endpoint : null;
  };

/** For who leads the endpoint alone: with it whoever has it calls the receiver in the platform's name. */
export const curlOfDelivery =
  ({ endpoints, curlOf }: Pick<Ports, 'curlOf' | 'endpoints'>) =>
  async (delivery: Delivery, actor: Actor): Promise<string | null> => {
    const endpoint = await endpoints.find(delivery.endpointId);
    return endpoint === null || endpoint.owner !== actor.subject ? null : curlOf(endpoint, delivery);
  };

/** Null where it is not called, or not any more. */
export const findEndpointToCall =
  ({ endpoints }: Deps) =>
  async (id: EndpointId): Promise<WebhookEndpoint | null> => {
    const endpoint = await endpoints.find(id);
    return endpoint !== null && CALLED.includes(endpoint.status) ? endpoint : null;
  };

export const listWebhookEndpoints =
  ({ endpoints }: Deps) =>
  (page: PageRequest, actor: Actor): Promise<Page<WebhookEndpoint>> =>
    endpoints.list(hasRole(actor, ['ADMIN']) ? null : (actor.subject ?? ''), page);

const LOOKED_AT = 500;

export interface Preview {
  readonly types: readonly string[];
  readonly region: RegionCode;
  readonly most: number;
}

/** What of the latest events an endpoint would have been sent, before there is one. */
export const previewWebhookEvents =
  ({ feed, standings }: Pick<Ports, 'feed' | 'standings'>) =>
  async ({ types, region, most }: Preview, actor: Actor): Promise<readonly FeedEntry['event'][]> => {
    permit(mayRegisterFor(actor, region));
    const reach = await reachOfReader({ standings })(actor);
    const selection = selectionOf(types, region);
    const entries = await feed.read(Math.max(0, (await feed.end()) - LOOKED_AT), LOOKED_AT);
    return entries.flatMap(({ event }) => seenBy(reach, selection, event) ?? []).slice(-most);
  };
