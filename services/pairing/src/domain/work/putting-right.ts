import { type Actor, type CalendarDate, type PuttingRight, type Versioned } from '@qianshou/kernel';
import type { PairingRecord } from './pairing-record.ts';
import { canEvaluate, canRecordWork } from './policy.ts';

type Fact = Pick<PairingRecord, 'countyCode' | 'dispatchingAgencyId' | 'recipientAgencyId'> &
  Pick<Versioned, 'recorded'>;

/** What was done is written by the agency that helps, or by its county: the bureau oversees the agency, the province the bureau. */
export function workToPutRight(actor: Actor, fact: Fact, today: CalendarDate): PuttingRight {
  const { recorded, countyCode } = fact;
  return {
    recorded,
    mayRecord: canRecordWork(actor, fact),
    office: 'AGENCY_MANAGER',
    regions: [countyCode],
    today,
  };
}

export function evaluationToPutRight(actor: Actor, fact: Fact, today: CalendarDate): PuttingRight {
  return { ...workToPutRight(actor, fact, today), mayRecord: canEvaluate(actor, fact), office: 'EVALUATOR' };
}
