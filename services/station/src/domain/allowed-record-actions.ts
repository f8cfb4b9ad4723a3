import type { Actor } from '@qianshou/kernel';
import type { Complaint } from './complaint.ts';
import { canLeadConstruction, canPrepare } from './policy.ts';
import type { ServiceRecord } from './service-record.ts';
import type { Workplace } from './workplace.ts';

export type ComplaintAction = 'HANDLE' | 'STRIKE';
export type ServiceRecordAction = 'STRIKE';

/** What this caller may do with a complaint now: the bureau handles it or strikes it out, once. */
export function actionsOnComplaint(actor: Actor, complaint: Complaint): readonly ComplaintAction[] {
  const waits = complaint.status === 'RECEIVED';
  return waits && canLeadConstruction(actor, complaint.countyCode) ? ['HANDLE', 'STRIKE'] : [];
}

/** A record is struck out by those who keep the records of its station, once. */
export function actionsOnServiceRecord(
  actor: Actor,
  { struck }: ServiceRecord,
  station: Workplace,
): readonly ServiceRecordAction[] {
  return struck === null && canPrepare(actor, station) ? ['STRIKE'] : [];
}
