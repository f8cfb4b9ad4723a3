import type { EventData } from '@qianshou/events';
import { NOT_HEARD_YET } from '../../domain/reference/replicas.ts';
import type { Ports } from '../ports.ts';

type Standing = Pick<
  EventData<
    'qianshou.station.planned.v1' | 'qianshou.station.opened.v1' | 'qianshou.station.operator-changed.v1'
  >,
  'stationId' | 'countyCode' | 'operatorAgencyId' | 'signage'
>;

/** Planned, opened, given to another operator: each of these facts says who runs the station, which is what FUN-5 reads. */
export const onStationStanding =
  ({ stations }: Pick<Ports, 'stations'>) =>
  async (...standings: readonly Standing[]): Promise<void> => {
    const known = await stations.findMany(standings.map(({ stationId }) => stationId));
    await stations.put(
      ...standings.map(({ stationId: id, countyCode, operatorAgencyId, signage }, at) => ({
        ...NOT_HEARD_YET,
        ...known[at],
        id,
        countyCode,
        operatorAgencyId,
        signage: signage ?? known[at]?.signage ?? null,
      })),
    );
  };
