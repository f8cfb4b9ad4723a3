import { type Change, chinaDay } from '@qianshou/kernel';
import type { StationId } from '../../domain/ids.ts';
import type { Station } from '../../domain/station/station.ts';
import type { StationEvent } from '../../domain/station/station-events.ts';
import { rulesOfCounty } from '../county/rules-of-county.ts';
import { saveStation, type SavingPorts } from './save-station.ts';
import { inCountyOf } from './station-county.ts';

/** STA-11: who is on duty is personnel's to say; what follows for the station is decided here. */
export const changeStaff =
  (ports: SavingPorts) =>
  (stationId: StationId, change: (station: Station) => Change<Station, StationEvent>): Promise<Station> =>
    inCountyOf(ports)(stationId, async (station) => {
      const rulesOn = await rulesOfCounty(ports)(station.countyCode);
      return saveStation(ports)(station, change(station), rulesOn(chinaDay(ports.clock.now())));
    });
