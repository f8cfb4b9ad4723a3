import type { EventData } from '@qianshou/events';
import { NOT_HEARD_YET } from '../../domain/reference/replicas.ts';
import type { Ports } from '../ports.ts';

type TakenOver = EventData<'qianshou.station.taken-over.v1'>;

/** FUN-4: a station's first fact, which brings its passed check along; no award can wait for it yet. */
export const onStationTakenOver =
  ({ stations }: Pick<Ports, 'stations'>) =>
  (...taken: readonly TakenOver[]): Promise<void> =>
    stations.put(
      ...taken.map(({ stationId: id, checkId: acceptanceCheckId, signage = null, ...of }) => ({
        ...NOT_HEARD_YET,
        id,
        countyCode: of.countyCode,
        operatorAgencyId: of.operatorAgencyId,
        acceptanceCheckId,
        signage,
      })),
    );
