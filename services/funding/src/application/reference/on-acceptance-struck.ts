import type { EventData } from '@qianshou/events';
import { stationKey } from './held-keys.ts';
import type { Ports } from '../ports.ts';

type Struck = Pick<EventData<'qianshou.station.acceptance-struck.v1'>, 'stationId' | 'checkId'>;

/** FUN-4: a check that never was carries no award that is applied for from now on; of another one nothing changes. */
export const onAcceptanceStruck =
  ({ stations, unitOfWork }: Pick<Ports, 'stations' | 'unitOfWork'>) =>
  ({ stationId, checkId }: Struck): Promise<void> =>
    unitOfWork.run(async () => {
      await unitOfWork.hold(stationKey(stationId));
      const [known] = await stations.findMany([stationId]);
      if (known?.acceptanceCheckId !== checkId) return;
      await stations.put({ ...known, acceptanceCheckId: null });
    });
