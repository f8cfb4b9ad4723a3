import type { Actor } from '@qianshou/kernel';
import type { Complaint } from './complaint.ts';
import { canCheck, canLeadConstruction, canPrepare } from './policy.ts';
import type { ServiceRecord } from './service-record.ts';
import type { Station } from './station.ts';
import type { StationEvaluation } from './station-evaluation.ts';
import type { Workplace } from './workplace.ts';

export type ComplaintAction = 'HANDLE' | 'STRIKE';
export type ServiceRecordAction = 'STRIKE';
export type EvaluationAction = 'CORRECT' | 'STRIKE';

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

/** An evaluation is corrected or struck out by those who evaluate its station, as long as it stands. */
export function actionsOnEvaluation(
  actor: Actor,
  { struck = null }: Pick<StationEvaluation, 'struck'>,
  station: Station,
): readonly EvaluationAction[] {
  return struck === null && canCheck(actor, station) ? ['CORRECT', 'STRIKE'] : [];
}
