import type { EventData } from '@qianshou/events';
import { learnOfStation } from './learn-of-station.ts';

type Changed = EventData<'qianshou.station.tier-changed.v1'>;

/** FUN-4: awards for a demonstration wait for its confirmation, and are accepted with it. */
export const onStationTierChanged =
  (deps: Parameters<typeof learnOfStation>[0]) =>
  ({ stationId: id, countyCode, operatorAgencyId, to, selectedOn }: Changed): Promise<void> => {
    const demonstrationSince = to === 'DEMONSTRATION' ? selectedOn : null;
    return learnOfStation(deps)({ id, countyCode, operatorAgencyId, demonstrationSince });
  };
