import type { Actor } from '@qianshou/kernel';
import type { Complaint } from './complaint.ts';
import { canLeadConstruction } from '../policy.ts';

export type ComplaintAction = 'HANDLE' | 'STRIKE';

/** What this caller may do with a complaint now: the bureau handles it or strikes it out, once. */
export function actionsOnComplaint(actor: Actor, complaint: Complaint): readonly ComplaintAction[] {
  const waits = complaint.status === 'RECEIVED';
  return waits && canLeadConstruction(actor, complaint.countyCode) ? ['HANDLE', 'STRIKE'] : [];
}
