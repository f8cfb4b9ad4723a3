import { type Actor, actsFor, hasRole, permitOn, type RegionCode } from '@qianshou/kernel';
import { endpointNotFound } from './webhook/errors.ts';
import type { WebhookEndpoint } from './webhook/endpoint.ts';

/** A partner registers for what lies within a region of their grants. */
export function mayRegisterFor(actor: Actor, region: RegionCode): boolean {
  return actor.subject !== null && actsFor(actor, ['PARTNER'], region);
}

/** Who registered it; nobody else of the same office, and nobody else's endpoint is known to be there. */
export function mayLead(actor: Actor, endpoint: WebhookEndpoint): void {
  permitOn(isOwner(actor, endpoint), maySee(actor, endpoint), () => endpointNotFound({ id: endpoint.id }));
}

/** The platform's administrators stop what does harm. */
export function mayStop(actor: Actor, endpoint: WebhookEndpoint): void {
  permitOn(maySee(actor, endpoint), false, () => endpointNotFound({ id: endpoint.id }));
}

export function maySee(actor: Actor, endpoint: WebhookEndpoint): boolean {
  return isOwner(actor, endpoint) || hasRole(actor, ['ADMIN']);
}

function isOwner(actor: Actor, { owner }: WebhookEndpoint): boolean {
  return actor.subject === owner && hasRole(actor, ['PARTNER']);
}
