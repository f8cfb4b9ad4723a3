import {
  type Actor,
  actsFor,
  actsForAgency,
  hasRole,
  isRegionCode,
  permit,
  permitOn,
  type RegionCode,
} from '@qianshou/kernel';

import type { PairingRecord } from './pairing-record.ts';
import { applicationScope } from '../application/policy.ts';
import { canConduct } from '../pairing/policy.ts';
import type { Pairing } from '../pairing/pairing.ts';
import type { ProgressReport } from './progress-report.ts';
import type { SupervisionNote } from './supervision-note.ts';
import { noteNotFound, reportNotFound } from './errors.ts';

type Concerned = Pick<Pairing, 'countyCode' | 'dispatchingAgencyId' | 'recipientAgencyId'>;

/** Targets, stays and activities: written by the agency that helps, or by the county that is helped. */
export function canRecordWork(actor: Actor, pairing: Concerned): boolean {
  return (
    actsForAgency(actor, pairing.dispatchingAgencyId) ||
    actsFor(actor, ['PROVINCE_AUTHORITY', 'COUNTY_CIVIL_AFFAIRS'], pairing.countyCode)
  );
}

export function mayRecordWork(actor: Actor, pairing: Concerned): void {
  permit(canRecordWork(actor, pairing));
}

/** A report is the dispatching agency's own word. */
export function canReport(actor: Actor, pairing: Concerned): boolean {
  return actsForAgency(actor, pairing.dispatchingAgencyId);
}

export function mayReport(actor: Actor, pairing: Concerned): void {
  permit(canReport(actor, pairing));
}

export function canAcceptReport(actor: Actor, report: PairingRecord): boolean {
  return actsFor(actor, ['PROVINCE_AUTHORITY', 'COUNTY_CIVIL_AFFAIRS'], report.countyCode);
}

export function mayAcceptReport(actor: Actor, report: ProgressReport): void {
  permitOn(canAcceptReport(actor, report), concerns(actor, report), () => reportNotFound({ id: report.id }));
}

/** The recipient side speaks of its own people and agencies. */
export function canRecordGrowth(actor: Actor, pairing: Pairing): boolean {
  return canConduct(actor, pairing) || actsForAgency(actor, pairing.recipientAgencyId);
}

export function mayRecordGrowth(actor: Actor, pairing: Pairing): void {
  permit(canRecordGrowth(actor, pairing));
}

/** The side that is helped says whether what is told was so: its agency, and the county with its province. */
export function canJudgeWork(actor: Actor, fact: Concerned): boolean {
  return (
    actsForAgency(actor, fact.recipientAgencyId) ||
    actsFor(actor, ['PROVINCE_AUTHORITY', 'COUNTY_CIVIL_AFFAIRS'], fact.countyCode)
  );
}

export function mayJudgeWork(actor: Actor, fact: Concerned): void {
  permit(canJudgeWork(actor, fact));
}

/** Evaluators are independent of both agencies; the province and the project office may enter what they wrote. */
export function canEvaluate(actor: Actor, pairing: Concerned): boolean {
  return (
    hasRole(actor, ['PROJECT_OFFICE']) ||
    actsFor(actor, ['PROVINCE_AUTHORITY', 'EVALUATOR'], pairing.countyCode)
  );
}

export function mayEvaluate(actor: Actor, pairing: Concerned): void {
  permit(canEvaluate(actor, pairing));
}

/** Supervision is the project office's first duty; a province supervises the pairs of its counties, and those of its agencies. */
export function canSupervise(actor: Actor, { audience }: Pick<PairingRecord, 'audience'>): boolean {
  if (hasRole(actor, ['PROJECT_OFFICE'])) return true;
  const regions = audience.filter((key) => isRegionCode(key));
  return regions.some((code) => actsFor(actor, ['PROVINCE_AUTHORITY'], code as RegionCode));
}

/** Nobody whom it does not concern is told of a note. */
export function mayCloseNote(actor: Actor, note: SupervisionNote): void {
  permitOn(canSupervise(actor, note), concerns(actor, note), () => noteNotFound({ id: note.id }));
}

export function maySupervise(actor: Actor, record: Pick<PairingRecord, 'audience'>): void {
  permit(canSupervise(actor, record));
}

export function canPublicise(actor: Actor, regionCode: RegionCode): boolean {
  return (
    hasRole(actor, ['PROJECT_OFFICE']) ||
    actsFor(actor, ['PROVINCE_AUTHORITY', 'COUNTY_CIVIL_AFFAIRS'], regionCode)
  );
}

export function mayPublicise(actor: Actor, regionCode: RegionCode): void {
  permit(canPublicise(actor, regionCode));
}

/** The keys under which an actor finds records that are not public; null stands for all of them. */
export function audienceOf(actor: Actor): readonly string[] | null {
  const scope = applicationScope(actor);
  return scope === null ? null : [...scope.regions, ...scope.agencyIds];
}

export function concerns(actor: Actor, record: Pick<PairingRecord, 'audience'>): boolean {
  const audience = audienceOf(actor);
  return audience === null || audience.some((key) => record.audience.includes(key));
}
