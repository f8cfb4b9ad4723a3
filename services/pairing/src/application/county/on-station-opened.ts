import type { EventData } from '@qianshou/events';
import { countStation } from '../../domain/pairing/pairing.ts';
import { countStationOfCounty } from '../../domain/county/recipient-county.ts';
import { countyKey } from '../reference/held-keys.ts';
import type { Ports } from '../ports.ts';

type Opened = EventData<'qianshou.station.opened.v1'>;

/** BUILD_STATION of every pairing at work in the station's county moves on; a county without one counts nothing. */
export const onStationOpened =
  ({ counties, pairings, unitOfWork }: Pick<Ports, 'counties' | 'pairings' | 'unitOfWork'>) =>
  ({ stationId, countyCode }: Opened): Promise<void> =>
    unitOfWork.run(async () => {
      await unitOfWork.hold(countyKey(countyCode));
      const active = await pairings.listActive(countyCode);
      if (active.length === 0) return;
      await counties.save(countStationOfCounty(await counties.get(countyCode), stationId));
      for (const pairing of active) await pairings.save(countStation(pairing, stationId));
    });
