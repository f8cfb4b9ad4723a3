import type { EventData } from '@qianshou/events';
import { acceptAward, restsOn } from '../../domain/award/reward-award.ts';
import { stationKey } from './held-keys.ts';
import type { Ports } from '../ports.ts';

type Changed = EventData<'qianshou.station.tier-changed.v1'>;

/** FUN-4: awards for a demonstration wait for its confirmation, and are accepted with it. */
export const onStationTierChanged =
  ({ awards, stations, unitOfWork }: Pick<Ports, 'awards' | 'stations' | 'unitOfWork'>) =>
  ({ stationId, countyCode, operatorAgencyId, to, selectedOn }: Changed): Promise<void> =>
    unitOfWork.run(async () => {
      await unitOfWork.hold(stationKey(stationId));
      const [known] = await stations.findMany([stationId]);
      const demonstrationSince = to === 'DEMONSTRATION' ? selectedOn : null;
      const standing = { acceptanceCheckId: null, closedOn: null, ...known };
      const station = { ...standing, id: stationId, countyCode, operatorAgencyId, demonstrationSince };
      await stations.put(station);
      for (const award of await awards.listApplied(stationId)) {
        const check = restsOn(award, station);
        if (check !== null) await awards.save(acceptAward(award, check));
      }
    });
