import type { Change } from '@qianshou/kernel';
import type { Station } from '../domain/station.ts';
import type { StationEvent } from '../domain/station-events.ts';
import { coversItsUnit } from '../domain/station-life-cycle.ts';
import { followCoverage } from './follow-coverage.ts';
import type { Ports } from './ports.ts';

type Deps = Pick<Ports, 'stations' | 'regions' | 'countyPolicies' | 'countyCoverages' | 'unitOfWork'>;

/** Saves what was decided about a station, and the county's coverage when its unit is covered no longer or anew. */
export const saveStation =
  (ports: Deps) =>
  async <Saved extends Station>(before: Station, change: Change<Saved, StationEvent>): Promise<Saved> => {
    const saved = await ports.stations.save(change);
    if (coversItsUnit(before) !== coversItsUnit(saved)) await followCoverage(ports)(before.countyCode);
    return saved;
  };
