import type { Actor } from '@qianshou/kernel';
import { canPrepare } from '../policy.ts';
import type { ServiceRecord } from './service-record.ts';
import type { Workplace } from '../station/workplace.ts';

export type ServiceRecordAction = 'STRIKE';

/** A record is struck out by those who keep the records of its station, once. */
export function actionsOnServiceRecord(
  actor: Actor,
  { struck }: ServiceRecord,
  station: Workplace,
): readonly ServiceRecordAction[] {
  return struck === null && canPrepare(actor, station) ? ['STRIKE'] : [];
}
