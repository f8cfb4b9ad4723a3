import { acceptAward, restsOn } from '../../domain/award/reward-award.ts';
import { NOT_HEARD_YET, type StationReplica } from '../../domain/reference/replicas.ts';
import { stationKey } from './held-keys.ts';
import type { Ports } from '../ports.ts';

type Learnt = Pick<StationReplica, 'id' | 'countyCode' | 'operatorAgencyId'> & Partial<StationReplica>;

/** FUN-4: what was heard of a station is kept, and awards that wait for it are accepted where it carries them now. */
export const learnOfStation =
  ({ awards, stations, unitOfWork }: Pick<Ports, 'awards' | 'stations' | 'unitOfWork'>) =>
  (learnt: Learnt): Promise<void> =>
    unitOfWork.run(async () => {
      await unitOfWork.hold(stationKey(learnt.id));
      const [known] = await stations.findMany([learnt.id]);
      const station = { ...NOT_HEARD_YET, ...known, ...learnt };
      await stations.put(station);
      for (const award of await awards.listApplied(station.id)) {
        const check = restsOn(award, station);
        if (check !== null) await awards.save(acceptAward(award, check));
      }
    });
