import type { Change } from '@qianshou/kernel';
import { listedChecks } from '../../domain/station/listed-checks.ts';
import { followHaves } from '../../domain/station/checklist-standing.ts';
import type { Station } from '../../domain/station/station.ts';
import type { StationEvent } from '../../domain/station/station-events.ts';
import { coversItsUnit } from '../../domain/station/station-life-cycle.ts';
import { checklistOf, type StationRules } from '../../domain/county/station-rules.ts';
import { followCoverage } from '../county/follow-coverage.ts';
import type { Ports } from '../ports.ts';

export type SavingPorts = Pick<
  Ports,
  | 'stations'
  | 'acceptanceChecks'
  | 'unitScopes'
  | 'regions'
  | 'countyPolicies'
  | 'countyCoverages'
  | 'unitOfWork'
  | 'clock'
>;

/**
 * Saves what was decided about a station, in the transaction that holds its county: with it whether the station has its
 * whole checklist, its place in the list of checks, and the county's coverage when its unit is covered no longer or anew.
 */
export const saveStation =
  (ports: SavingPorts) =>
  async <Saved extends Station>(
    before: Station,
    change: Change<Saved, StationEvent>,
    rules: StationRules,
  ): Promise<Saved> => {
    const saved = await ports.stations.save(followHaves(change, checklistOf(rules)));
    if (checksMoved(before, saved)) await ports.acceptanceChecks.put(...listedChecks(saved));
    if (coversItsUnit(before) !== coversItsUnit(saved)) await followCoverage(ports)(before.countyCode);
    return saved;
  };

/** A new check settles the one before it; closing the station settles the last one. */
function checksMoved(before: Station, saved: Station): boolean {
  const [latest] = saved.checks.slice(-1);
  return latest !== undefined && (before.checks.at(-1)?.id !== latest.id || saved.status === 'CLOSED');
}
