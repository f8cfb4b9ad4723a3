import { type Actor, type Asked, type Change, type Command, decision } from '@qianshou/kernel';
import type { EndpointId } from '../../domain/ids.ts';
import { mayLead, mayStop } from '../../domain/policy.ts';
import {
  enableEndpoint,
  type EnableFrom,
  type EndpointEvent,
  pauseEndpoint,
  removeEndpoint,
  requireActive,
  requirePending,
  rotateSecret,
  type WebhookEndpoint,
} from '../../domain/webhook/endpoint.ts';
import type { LogPlace } from '../../domain/feed/log-places.ts';
import { startOf } from '../feed/start-of.ts';
import type { Ports } from '../ports.ts';
import { callOf } from './new-delivery.ts';

type Deps = Pick<
  Ports,
  'clock' | 'deliveries' | 'endpoints' | 'feed' | 'newId' | 'secretKeyId' | 'unitOfWork'
>;

export interface EndpointInput extends Asked {
  readonly id: EndpointId;
}

type Decided = Change<WebhookEndpoint, EndpointEvent>;
type May = (actor: Actor, endpoint: WebhookEndpoint) => void;
type Decide<Input> = (endpoint: WebhookEndpoint, input: Input) => Decided;

/** One endpoint, led by who registered it; what follows for its deliveries is in the same transaction. */
function changing<Input extends EndpointInput>(
  { endpoints, unitOfWork }: Deps,
  may: May,
  decide: Decide<Input>,
  follow: (input: Input) => Promise<void> = async () => {},
): Command<Input, WebhookEndpoint> {
  return decision<Input, WebhookEndpoint, Decided, WebhookEndpoint>(unitOfWork, {
    lock: ({ id }) => id,
    load: ({ id }) => endpoints.get(id),
    may,
    decide,
    save: async (change, { input }) => {
      await follow(input);
      return endpoints.save(change);
    },
  });
}

export const pauseWebhookEndpoint = (deps: Deps) => changing(deps, mayStop, pauseEndpoint);

export const removeWebhookEndpoint = (deps: Deps) => changing(deps, mayStop, removeEndpoint);

export const rotateWebhookSecret = (deps: Deps) =>
  changing(deps, mayLead, (endpoint) => rotateSecret(endpoint, deps.secretKeyId()));

export interface EnableInput extends EndpointInput {
  readonly from: EnableFrom;
  /** Where a replay begins; null: at the beginning. */
  readonly after: LogPlace | null;
}

/** What waited is sent, or skipped, or everything from a position on once more. */
export const enableWebhookEndpoint = (deps: Deps) =>
  changing<EnableInput>(
    deps,
    mayLead,
    (endpoint, { from }) => enableEndpoint(endpoint, from),
    ({ id, from, after }) => goOn(deps, id, from, after),
  );

async function goOn(
  { deliveries, feed, clock }: Deps,
  id: EndpointId,
  from: EnableFrom,
  after: LogPlace | null,
) {
  if (from === 'RESUME') return deliveries.takeUp(id, clock.now());
  const seq = from === 'SKIP' ? await feed.end() : (await startOf(feed, after)).seq;
  await deliveries.skip(id);
  const { round } = await deliveries.cursorOf(id);
  await deliveries.make(id, [], { from: null, to: { seq, round: round + 1 } });
}

export interface ReplayInput extends EndpointInput {
  readonly after: LogPlace | null;
}

const unchanged = (endpoint: WebhookEndpoint): Decided => ({ state: endpoint, events: [] });

/** Everything from a position on once more; what waits is among it. */
export const replayWebhookEvents = (deps: Deps) =>
  changing<ReplayInput>(
    deps,
    mayLead,
    (endpoint) => {
      requireActive(endpoint);
      return unchanged(endpoint);
    },
    ({ id, after }) => goOn(deps, id, 'REPLAY', after),
  );

export const sendTestEvent = (deps: Deps) =>
  changing(
    deps,
    mayLead,
    (endpoint) => {
      requireActive(endpoint);
      return unchanged(endpoint);
    },
    ({ id }) => callWith(deps, id, 'TEST'),
  );

/** Sends the challenge again, as where a receiver was not ready for it. */
export const verifyWebhookEndpoint = (deps: Deps) =>
  changing(
    deps,
    mayLead,
    (endpoint) => {
      requirePending(endpoint);
      return unchanged(endpoint);
    },
    async ({ id }) => {
      await deps.deliveries.skip(id);
      await callWith(deps, id, 'CHALLENGE');
    },
  );

async function callWith(deps: Deps, id: EndpointId, kind: 'TEST' | 'CHALLENGE'): Promise<void> {
  const { newId, clock } = deps;
  await deps.deliveries.make(id, [callOf(kind, id, { newId, now: clock.now() })], null);
}
