import type { NewId } from '@qianshou/kernel';
import type { EndpointId } from '../../domain/ids.ts';
import type { Delivery } from './ports.ts';

/** A call that is no event: it comes before whatever waits. */
export function callOf(
  kind: 'TEST' | 'CHALLENGE',
  endpointId: EndpointId,
  { newId, now }: { readonly newId: NewId; readonly now: Date },
): Delivery {
  const id = newId('whd');
  return {
    id,
    endpointId,
    kind,
    eventId: id,
    type: kind === 'TEST' ? 'qianshou.partners.test.v1' : 'qianshou.partners.challenge.v1',
    subject: `endpoint/${endpointId}`,
    seq: 0,
    dueAt: now,
    status: 'DUE',
    tries: 0,
    attempts: [],
  };
}
