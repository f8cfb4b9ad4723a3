import type { Tried } from '../application/webhook/deliver.ts';
import type { Delivery } from '../application/webhook/ports.ts';
import type { UseCases } from '../application/use-cases.ts';
import type { WebhookEndpoint } from '../domain/webhook/endpoint.ts';
import type { PositionTokens } from '../http/position-token.ts';
import type { CallEndpoint } from './call-endpoint.ts';
import type { Signer } from './signing.ts';

/** Null, and nothing is sent, where the event is not told any more. */
export type SendDelivery = (
  endpoint: WebhookEndpoint,
  delivery: Delivery,
) => Promise<Omit<Tried, 'delivery'> | null>;

export interface Sender {
  readonly call: CallEndpoint;
  readonly eventAt: UseCases['eventAt'];
  readonly signer: () => Signer;
  readonly tokens: () => PositionTokens;
}

const AGENT = 'qianshou-webhooks/1';

/** One attempt: the event as the feed tells it, signed anew at each. */
export function deliverySender({ call, eventAt, signer, tokens }: Sender): SendDelivery {
  return async (endpoint, delivery) => {
    const at = new Date();
    const body = await bodyOf(endpoint, delivery);
    if (body === null) return null;
    const { id: endpointId, url, secret, formerSecret } = endpoint;
    const secrets = formerSecret === null ? [secret] : [secret, formerSecret];
    const headers = {
      'content-type': 'application/cloudevents+json; charset=utf-8',
      'user-agent': AGENT,
      ...signer().headersOf({ endpointId, secrets, id: delivery.eventId, at, body }),
    };
    const { retryAfter, ...told } = await call({ url, headers, body });
    const isAnswered =
      delivery.kind !== 'CHALLENGE' || told.said.includes(signer().challengeOf(endpointId, secret));
    return { attempt: { at, ...told }, retryAfter, isAnswered };
  };

  async function bodyOf(endpoint: WebhookEndpoint, delivery: Delivery): Promise<string | null> {
    if (delivery.kind !== 'EVENT') return JSON.stringify(ownEvent(endpoint, delivery));
    const placed = await eventAt(delivery.seq, endpoint);
    return placed === null
      ? null
      : JSON.stringify({ ...placed.event, position: tokens().write(placed.place) });
  }

  function ownEvent({ id, secret }: WebhookEndpoint, { kind, eventId, type, subject }: Delivery): object {
    const data = kind === 'TEST' ? { endpointId: id } : { challenge: signer().challengeOf(id, secret) };
    return {
      specversion: '1.0',
      id: eventId,
      source: '/qianshou/partners',
      type,
      subject,
      time: new Date().toISOString(),
      datacontenttype: 'application/json',
      data,
    };
  }
}
