import {
  type Actor,
  type CalendarDate,
  type CorrectionTime,
  hasRole,
  isRegionCode,
  mayPutRight,
  type PuttingRight,
  type RegionCode,
  type Versioned,
} from '@qianshou/kernel';
import type { GrowthEntry } from './growth-strike.ts';
import type { PairingRecord } from './pairing-record.ts';
import type { PublicityItem } from './publicity-item.ts';
import type { Pairing } from '../pairing/pairing.ts';
import { canConduct } from '../pairing/policy.ts';
import { noteNotFound } from './errors.ts';
import {
  canEvaluate,
  canPublicise,
  canRecordGrowth,
  canRecordWork,
  canSupervise,
  concerns,
} from './policy.ts';
import type { SupervisionNote } from './supervision-note.ts';

type Fact = Pick<PairingRecord, 'countyCode' | 'dispatchingAgencyId' | 'recipientAgencyId'> &
  Pick<Versioned, 'recorded'>;

/** What was done is written by the agency that helps, or by its county: the bureau oversees the agency, the province the bureau. */
export function workToPutRight(actor: Actor, fact: Fact, time: CorrectionTime): PuttingRight {
  const { recorded, countyCode } = fact;
  return {
    recorded,
    mayRecord: canRecordWork(actor, fact),
    office: 'AGENCY_MANAGER',
    regions: [countyCode],
    ...time,
  };
}

export function evaluationToPutRight(actor: Actor, fact: Fact, time: CorrectionTime): PuttingRight {
  return { ...workToPutRight(actor, fact, time), mayRecord: canEvaluate(actor, fact), office: 'EVALUATOR' };
}

/** Bureaus, provinces and the project office publish; each is overseen by the next. */
export function publicityToPutRight(
  actor: Actor,
  { recorded, regionCode }: Pick<PublicityItem, 'recorded' | 'regionCode'>,
  time: CorrectionTime,
): PuttingRight {
  const mayRecord = canPublicise(actor, regionCode);
  return { recorded, mayRecord, office: 'COUNTY_CIVIL_AFFAIRS', regions: [regionCode], ...time };
}

/** What the recipient side said of its people and agencies. */
export function growthToPutRight(
  actor: Actor,
  pairing: Pairing,
  { recorded }: GrowthEntry,
  time: CorrectionTime,
): PuttingRight {
  const mayRecord = canRecordGrowth(actor, pairing);
  return { recorded, mayRecord, office: 'AGENCY_MANAGER', regions: [pairing.countyCode], ...time };
}

/** Whoever may record one, or oversees provinces, is told that there is none. */
export function mayPutGrowthRight(
  actor: Actor,
  pairing: Pairing,
  entry: GrowthEntry,
  time: CorrectionTime,
): void {
  const isTold = canRecordGrowth(actor, pairing) || hasRole(actor, ['PROJECT_OFFICE']);
  if (entry.stands || !isTold) mayPutRight(actor, growthToPutRight(actor, pairing, entry, time));
}

/** The bureau signs and starts; history is entered as a whole. */
export function agreementToPutRight(actor: Actor, pairing: Pairing, time: CorrectionTime): PuttingRight {
  const { origin, recorded, agreementRecorded, countyCode } = pairing;
  return {
    recorded: origin === 'HISTORY' ? recorded : agreementRecorded,
    mayRecord: canConduct(actor, pairing),
    office: 'COUNTY_CIVIL_AFFAIRS',
    regions: [countyCode],
    ...time,
  };
}

/** The project office and provinces supervise; each is overseen by the next. */
export function noteToPutRight(actor: Actor, note: SupervisionNote, today: CalendarDate): PuttingRight {
  return {
    recorded: note.recorded,
    mayRecord: canSupervise(actor, note),
    office: 'PROJECT_OFFICE',
    regions: note.audience.filter((key): key is RegionCode => isRegionCode(key)),
    today,
  };
}

/** Nobody whom it does not concern is told of a note. */
export function mayPutNoteRight(actor: Actor, note: SupervisionNote, today: CalendarDate): void {
  if (!concerns(actor, note)) throw noteNotFound({ id: note.id });
  mayPutRight(actor, noteToPutRight(actor, note, today));
}
