import type { RegionCode } from '@qianshou/kernel';
import { nearestFirst, neighbourhoodOf } from '../../domain/reference/nearness.ts';
import type { Station } from '../../domain/station/station.ts';
import type { Ports } from '../ports.ts';

/** Working stations near a county or unit, as far as codes can tell. */
export const findNearestStations =
  ({ stations }: Pick<Ports, 'stations'>) =>
  async (from: RegionCode, first: number): Promise<readonly Station[]> => {
    const placed = await stations.findOperating(neighbourhoodOf(from));
    const ids = nearestFirst(placed, from).map(({ id }) => id);
    const found = await stations.findMany(ids.slice(0, first));
    return found.filter((station) => station !== null);
  };
