import { lineage } from '@qianshou/kernel';
import type { Station } from './station.ts';
import type { ListedCheck } from './acceptance-check.ts';

/** The latest checks of a station, earliest first; only the last can still wait for anything. */
export function listedChecks(station: Station): readonly ListedCheck[] {
  const { id: stationId, townshipCode, countyCode, status, checks } = station;
  const regions = lineage(townshipCode);
  return checks.map((check, at) => ({
    ...check,
    stationId,
    townshipCode,
    countyCode,
    regions,
    awaitsRectification: check.result === 'REFUSED' && at === checks.length - 1 && status !== 'CLOSED',
  }));
}
