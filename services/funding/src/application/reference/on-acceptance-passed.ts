import type { EventData } from '@qianshou/events';
import { learnOfStation } from './learn-of-station.ts';

type Passed = EventData<'qianshou.station.acceptance-passed.v1'>;

/** FUN-4: awards that wait for the station are accepted; for those applied for later the check is remembered. */
export const onAcceptancePassed =
  (deps: Parameters<typeof learnOfStation>[0]) =>
  ({ stationId: id, countyCode, operatorAgencyId, checkId: acceptanceCheckId }: Passed): Promise<void> =>
    learnOfStation(deps)({ id, countyCode, operatorAgencyId, acceptanceCheckId });
