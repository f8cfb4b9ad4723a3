import type { Actor } from '@qianshou/kernel';
import { canCheck, canLeadConstruction, canPrepare } from './policy.ts';
import type { Station } from './station.ts';
import { unmetHaves } from './station-acceptance.ts';

export const STATION_ACTIONS = [
  'RECORD_SITE',
  'ADD_ROOMS',
  'FILE_DOCUMENTS',
  'LOG_ACTIVITY',
  'REQUEST_ACCEPTANCE',
  'CHECK_STATION',
  'OPEN_STATION',
  'CHOOSE_DEMONSTRATION_STATION',
] as const;

export type StationAction = (typeof STATION_ACTIONS)[number];

/** What this caller may do with this station now, so that a screen offers nothing that would be refused. */
export function allowedActions(actor: Actor, station: Station): readonly StationAction[] {
  const prepares = canPrepare(actor, station);
  const leads = canLeadConstruction(actor, station.countyCode);
  const inAcceptance = station.status === 'IN_ACCEPTANCE';
  const operating = station.status === 'OPERATING';
  const allowed: Record<StationAction, boolean> = {
    RECORD_SITE: prepares && !inAcceptance && !operating,
    ADD_ROOMS: prepares,
    FILE_DOCUMENTS: prepares,
    LOG_ACTIVITY: prepares,
    REQUEST_ACCEPTANCE: prepares && station.status === 'STAFFED',
    CHECK_STATION: canCheck(actor, station) && inAcceptance,
    OPEN_STATION: leads && inAcceptance && unmetHaves(station).length === 0,
    CHOOSE_DEMONSTRATION_STATION: leads && operating && station.tier === 'ORDINARY',
  };
  return STATION_ACTIONS.filter((action) => allowed[action]);
}
