import type { EventData } from '@qianshou/events';
import { acceptAward, restsOn } from '../../domain/award/reward-award.ts';
import { stationKey } from './held-keys.ts';
import type { Ports } from '../ports.ts';

type Passed = EventData<'qianshou.station.acceptance-passed.v1'>;

/** FUN-4: awards that wait for the station are accepted; for those applied for later the check is remembered. */
export const onAcceptancePassed =
  ({ awards, stations, unitOfWork }: Pick<Ports, 'awards' | 'stations' | 'unitOfWork'>) =>
  ({ stationId, countyCode, operatorAgencyId, checkId }: Passed): Promise<void> =>
    unitOfWork.run(async () => {
      await unitOfWork.hold(stationKey(stationId));
      const [known] = await stations.findMany([stationId]);
      const standing = { demonstrationSince: null, closedOn: null, ...known };
      const station = {
        ...standing,
        id: stationId,
        countyCode,
        operatorAgencyId,
        acceptanceCheckId: checkId,
      };
      await stations.put(station);
      for (const award of await awards.listApplied(stationId)) {
        if (restsOn(award, station) !== null) await awards.save(acceptAward(award, checkId));
      }
    });
