import type { Change, PublicText, RegionCode, Versioned } from '@qianshou/kernel';
import type { EndpointId } from '../ids.ts';
import { endpointNotInStatus, endpointRemoved } from './errors.ts';
import type { DeliveryMode } from './turns.ts';

export type EndpointStatus = 'PENDING' | 'ACTIVE' | 'PAUSED' | 'DISABLED' | 'REMOVED';

/** It is called: with events, or with its challenge. */
export const CALLED: readonly EndpointStatus[] = ['PENDING', 'ACTIVE'];

/** Why the platform stopped calling an endpoint by itself. */
export type DisabledReason = 'GONE' | 'EXHAUSTED';

/** A secret is made of a key of ours, the endpoint and a number: none is stored. */
export interface SecretOrigin {
  readonly keyId: string;
  readonly generation: number;
}

export interface WebhookEndpoint extends Versioned {
  readonly id: EndpointId;
  /** Subject of the token that registered it: nobody else sees it. */
  readonly owner: string;
  readonly name: PublicText;
  readonly url: string;
  readonly types: readonly string[];
  readonly regionCode: RegionCode;
  /** Of its owner's grants when it was registered: nothing beyond them is sent. */
  readonly reach: readonly RegionCode[];
  readonly mode: DeliveryMode;
  /** Calls under way at a time, and begun in a second; null: as many as it takes. */
  readonly concurrency: number;
  readonly perSecond: number | null;
  readonly status: EndpointStatus;
  readonly disabledFor: DisabledReason | null;
  readonly secret: SecretOrigin;
  /** The one before, with which everything is signed as well until the next rotation. */
  readonly formerSecret: SecretOrigin | null;
  readonly registeredAt: Date;
}

export type EndpointEvent =
  | { readonly type: 'endpoint.registered' }
  | { readonly type: 'endpoint.activated' }
  | { readonly type: 'endpoint.paused' }
  | { readonly type: 'endpoint.enabled'; readonly from: EnableFrom }
  | { readonly type: 'endpoint.disabled'; readonly reason: DisabledReason }
  | { readonly type: 'endpoint.secret-rotated' }
  | { readonly type: 'endpoint.removed' };

/** Where an endpoint goes on: with what waits, with what comes from now on, or from a position again. */
export type EnableFrom = 'RESUME' | 'SKIP' | 'REPLAY';

type EndpointChange = Change<WebhookEndpoint, EndpointEvent>;

export type EndpointProposal = Omit<
  WebhookEndpoint,
  'version' | 'status' | 'disabledFor' | 'formerSecret' | 'recorded'
>;

/** It is called with nothing but a challenge until it has answered that. */
export function registerEndpoint(proposal: EndpointProposal): EndpointChange {
  return {
    state: { ...proposal, version: 0, status: 'PENDING', disabledFor: null, formerSecret: null },
    events: [{ type: 'endpoint.registered' }],
  };
}

/** Its challenge was answered. An endpoint that was stopped meanwhile stays so. */
export function activateEndpoint(endpoint: WebhookEndpoint): EndpointChange {
  if (endpoint.status !== 'PENDING') return { state: endpoint, events: [] };
  return { state: { ...endpoint, status: 'ACTIVE' }, events: [{ type: 'endpoint.activated' }] };
}

export function pauseEndpoint(endpoint: WebhookEndpoint): EndpointChange {
  requireStatus(endpoint, ['ACTIVE']);
  return { state: { ...endpoint, status: 'PAUSED' }, events: [{ type: 'endpoint.paused' }] };
}

export function enableEndpoint(endpoint: WebhookEndpoint, from: EnableFrom): EndpointChange {
  requireStatus(endpoint, ['PAUSED', 'DISABLED']);
  return {
    state: { ...endpoint, status: 'ACTIVE', disabledFor: null },
    events: [{ type: 'endpoint.enabled', from }],
  };
}

/** By the platform: the receiver asked for it (410), or did not take anything for days. */
export function disableEndpoint(endpoint: WebhookEndpoint, reason: DisabledReason): EndpointChange {
  if (!CALLED.includes(endpoint.status)) return { state: endpoint, events: [] };
  return {
    state: { ...endpoint, status: 'DISABLED', disabledFor: reason },
    events: [{ type: 'endpoint.disabled', reason }],
  };
}

/** The new one signs first, the one before as well, so that a receiver changes over without missing anything. */
export function rotateSecret(endpoint: WebhookEndpoint, keyId: string): EndpointChange {
  requireThere(endpoint);
  const secret = { keyId, generation: endpoint.secret.generation + 1 };
  return {
    state: { ...endpoint, secret, formerSecret: endpoint.secret },
    events: [{ type: 'endpoint.secret-rotated' }],
  };
}

export function removeEndpoint(endpoint: WebhookEndpoint): EndpointChange {
  requireThere(endpoint);
  return { state: { ...endpoint, status: 'REMOVED' }, events: [{ type: 'endpoint.removed' }] };
}

export function requireActive(endpoint: WebhookEndpoint): void {
  requireStatus(endpoint, ['ACTIVE']);
}

export function requirePending(endpoint: WebhookEndpoint): void {
  requireStatus(endpoint, ['PENDING']);
}

function requireThere({ name, status }: WebhookEndpoint): void {
  if (status === 'REMOVED') throw endpointRemoved({ name });
}

function requireStatus(endpoint: WebhookEndpoint, allowed: readonly EndpointStatus[]): void {
  requireThere(endpoint);
  const { name, status } = endpoint;
  if (!allowed.includes(status)) throw endpointNotInStatus({ name, status, needs: allowed });
}

export type EndpointAction =
  'VERIFY' | 'SEND_TEST' | 'PAUSE' | 'ENABLE' | 'ROTATE_SECRET' | 'REPLAY' | 'REMOVE';

const ACTIONS: Readonly<Record<EndpointStatus, readonly EndpointAction[]>> = {
  PENDING: ['VERIFY', 'ROTATE_SECRET', 'REMOVE'],
  ACTIVE: ['SEND_TEST', 'PAUSE', 'ROTATE_SECRET', 'REPLAY', 'REMOVE'],
  PAUSED: ['ENABLE', 'ROTATE_SECRET', 'REMOVE'],
  DISABLED: ['ENABLE', 'ROTATE_SECRET', 'REMOVE'],
  REMOVED: [],
};

export function endpointActions({ status }: WebhookEndpoint): readonly EndpointAction[] {
  return ACTIONS[status];
}
