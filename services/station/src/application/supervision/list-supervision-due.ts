import { chinaDay, type RegionCode } from '@qianshou/kernel';
import { type SupervisionDue, supervisionDue } from '../../domain/supervision/supervision-due.ts';
import { rulesOfCounty } from '../county/rules-of-county.ts';
import type { Ports } from '../ports.ts';

/** Which stations of a county are to be visited when; a county has some dozens. */
export const listSupervisionDue =
  (ports: Pick<Ports, 'stations' | 'stationVisits' | 'countyPolicies' | 'clock'>) =>
  async (countyCode: RegionCode): Promise<readonly SupervisionDue[]> => {
    const stations = await ports.stations.findStanding(countyCode);
    const today = chinaDay(ports.clock.now());
    const [rulesOn, lastVisits] = await Promise.all([
      rulesOfCounty(ports)(countyCode),
      ports.stationVisits.findLastDays(stations.map(({ id }) => id)),
    ]);
    return supervisionDue(stations, lastVisits, { rules: rulesOn(today), today });
  };
