import type { Tried } from '../application/webhook/deliver.ts';
import type { Delivery } from '../application/webhook/ports.ts';
import type { UseCases } from '../application/use-cases.ts';
import type { WebhookEndpoint } from '../domain/webhook/endpoint.ts';
import type { PositionTokens } from '../http/position-token.ts';
import type { Call, CallEndpoint } from './call-endpoint.ts';
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

/** The call that brings a delivery, signed now; null where the event is not told any more. */
export type PrepareCall = (endpoint: WebhookEndpoint, delivery: Delivery) => Promise<PreparedCall | null>;

interface PreparedCall extends Call {
  readonly at: Date;
}

/** One attempt: the event as the feed tells it, signed anew at each. */
export function deliverySender({ call, ...preparing }: Sender): SendDelivery {
  const prepare = callPreparer(preparing);
  return async (endpoint, delivery) => {
    const prepared = await prepare(endpoint, delivery);
    if (prepared === null) return null;
    const { at, ...request } = prepared;
    const { retryAfter, ...told } = await call(request);
    const challenge = () => preparing.signer().challengeOf(endpoint.id, endpoint.secret);
    const isAnswered = delivery.kind !== 'CHALLENGE' || told.said.includes(challenge());
    return { attempt: { at, ...told }, retryAfter, isAnswered };
  };
}

export function callPreparer({ eventAt, signer, tokens }: Omit<Sender, 'call'>): PrepareCall {
  return async (endpoint, delivery) => {
    const at = new Date();
    const body = await bodyOf(endpoint, delivery);
    if (body === null) return null;
    const { id: endpointId, url } = endpoint;
    const headers = {
      'content-type': 'application/cloudevents+json; charset=utf-8',
      'user-agent': AGENT,
      ...signer().headersOf({ endpointId, secrets: secretsOf(endpoint), id: delivery.eventId, at, body }),
    };
    return { at, url, headers, body };
  };

  async function bodyOf(endpoint: WebhookEndpoint, delivery: Delivery): Promise<string | null> {
    if (delivery.kind !== 'EVENT') return JSON.stringify(ownEvent(endpoint, delivery));
    const placed = await eventAt(delivery.seq, endpoint);
    return placed === null
      ? null
      : JSON.stringify({ ...placed.event, position: tokens().write(placed.place) });
  }

  function ownEvent(
    { id, secret }: WebhookEndpoint,
    { kind, eventId, type, subject, about }: Delivery,
  ): object {
    const challenge = () => ({ challenge: signer().challengeOf(id, secret) });
    const data = kind === 'CHALLENGE' ? challenge() : (about ?? { endpointId: id });
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

function secretsOf({ secret, formerSecret }: WebhookEndpoint) {
  return formerSecret === null ? [secret] : [secret, formerSecret];
}
