import {
  type Actor,
  actsFor,
  actsForAgency,
  canPutRight,
  type CorrectionTime,
  hasRole,
  isWithin,
  mayPutRight,
  notPermitted,
  permitOn,
  type PuttingRight,
  type Role,
} from '@qianshou/kernel';
import { supervisionNotFound } from './errors.ts';
import type { AgencyId } from '../ids.ts';
import type { Reach } from '../policy.ts';
import type { SupervisedStation, SupervisionSession } from './supervision-session.ts';

type Lies = Pick<SupervisionSession, 'countyCode' | 'operatorAgencyId' | 'supervisorAgencyId'>;

/** TRA-8: the guidance centre of the county, or the agency that helps there for its own people. */
function canSupervise(actor: Actor, { countyCode, supervisorAgencyId }: Lies): boolean {
  if (hasRole(actor, ['ADMIN'])) return true;
  if (supervisorAgencyId !== null) return actsForAgency(actor, supervisorAgencyId);
  return actsFor(actor, ['GUIDANCE_CENTRE'], countyCode);
}

export function maySupervise(
  actor: Actor,
  station: SupervisedStation,
  supervisorAgencyId: AgencyId | null,
): void {
  if (!canSupervise(actor, { ...station, supervisorAgencyId })) throw notPermitted();
}

/** What was advised is closed by whoever runs the station, or by its bureau. */
export function canFollowUp(actor: Actor, { countyCode, operatorAgencyId }: Lies): boolean {
  if (hasRole(actor, ['ADMIN'])) return true;
  if (operatorAgencyId !== null && actsForAgency(actor, operatorAgencyId)) return true;
  return actsFor(actor, ['COUNTY_CIVIL_AFFAIRS'], countyCode);
}

export function mayFollowUp(actor: Actor, session: SupervisionSession, reach: Reach): void {
  permitOn(canFollowUp(actor, session), seesSupervision(reach, session), () =>
    supervisionNotFound({ id: session.id }),
  );
}

/** The offices of the region, whoever runs the station, whoever supervised it. */
export function seesSupervision(reach: Reach, session: Lies): boolean {
  if (reach.everything) return true;
  const agencies = [session.operatorAgencyId, session.supervisorAgencyId];
  return (
    agencies.some((id) => id !== null && reach.agencies.includes(id)) ||
    reach.regions.some((region) => isWithin(session.countyCode, region))
  );
}

function puttingRight(actor: Actor, session: SupervisionSession, time: CorrectionTime): PuttingRight {
  const { recorded, countyCode, supervisorAgencyId } = session;
  const office: Role = supervisorAgencyId === null ? 'GUIDANCE_CENTRE' : 'AGENCY_MANAGER';
  return { recorded, mayRecord: canSupervise(actor, session), office, regions: [countyCode], ...time };
}

export function mayPutSupervisionRight(
  actor: Actor,
  session: SupervisionSession,
  time: CorrectionTime,
): void {
  mayPutRight(actor, puttingRight(actor, session, time));
}

export type SupervisionAction = 'FOLLOW_UP' | 'CORRECT' | 'STRIKE';

export function supervisionActions(
  actor: Actor,
  session: SupervisionSession,
  time: CorrectionTime,
): readonly SupervisionAction[] {
  if (session.struck !== null) return [];
  const isOpen = session.followUpBy !== null && session.followedUp === null;
  return [
    ...(isOpen && canFollowUp(actor, session) ? (['FOLLOW_UP'] as const) : []),
    ...(canPutRight(actor, puttingRight(actor, session, time)) ? (['CORRECT', 'STRIKE'] as const) : []),
  ];
}
