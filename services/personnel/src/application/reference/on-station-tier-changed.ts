import type { EventData } from '@qianshou/events';
import type { Ports } from '../ports.ts';

type TierChanged = EventData<'qianshou.station.tier-changed.v1'>;

/** PER-2: a demonstration station needs a deputy head. */
export const onStationTierChanged =
  ({ stations }: Pick<Ports, 'stations'>) =>
  ({ stationId, to }: TierChanged): Promise<void> =>
    stations.change(stationId, { tier: to });
