import { type Actor, type CalendarDate, type PuttingRight, type Versioned } from '@qianshou/kernel';
import type { PairingRecord } from './pairing-record.ts';
import type { PublicityItem } from './publicity-item.ts';
import { canEvaluate, canPublicise, canRecordWork } from './policy.ts';

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

/** Bureaus, provinces and the project office publish; each is overseen by the next. */
export function publicityToPutRight(
  actor: Actor,
  { recorded, regionCode }: Pick<PublicityItem, 'recorded' | 'regionCode'>,
  today: CalendarDate,
): PuttingRight {
  const mayRecord = canPublicise(actor, regionCode);
  return { recorded, mayRecord, office: 'COUNTY_CIVIL_AFFAIRS', regions: [regionCode], today };
}
