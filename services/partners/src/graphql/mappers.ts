import type { Connection } from '@qianshou/service-kit/graphql';
import type { Delivery } from '../application/webhook/ports.ts';
import type { WebhookEndpoint } from '../domain/webhook/endpoint.ts';

export type EndpointPage = Connection<WebhookEndpoint>;
export type DeliveryPage = Connection<Delivery>;

/** Its secret is made when it is answered, and kept nowhere. */
export interface SecretPayload {
  readonly endpoint: WebhookEndpoint;
}
