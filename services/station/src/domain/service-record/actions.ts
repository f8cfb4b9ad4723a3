import { type Actor, type CalendarDate, canPutRight } from '@qianshou/kernel';
import type { StationRules } from '../county/station-rules.ts';
import { canPrepare } from '../policy.ts';
import type { Workplace } from '../station/workplace.ts';
import type { ServiceRecord } from './service-record.ts';
import { puttingRight } from './service-record-correction.ts';

export type ServiceRecordAction = 'CORRECT' | 'STRIKE';

interface Facts {
  readonly station: Workplace;
  readonly rules: StationRules;
  readonly today: CalendarDate;
}

/** A record is corrected or struck out by whoever entered it, for some days, and by who oversees them. */
export function actionsOnServiceRecord(
  actor: Actor,
  record: ServiceRecord,
  { station, ...facts }: Facts,
): readonly ServiceRecordAction[] {
  const mayRecord = canPrepare(actor, station);
  if (record.struck !== null || !canPutRight(actor, puttingRight(record, { ...facts, mayRecord }))) return [];
  return ['CORRECT', 'STRIKE'];
}
