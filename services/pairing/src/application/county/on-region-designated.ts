import type { EventData } from '@qianshou/events';
import { listAsKey, newCounty } from '../../domain/county/recipient-county.ts';
import { countyKey } from '../reference/held-keys.ts';
import type { Ports } from '../ports.ts';

type Designated = EventData<'qianshou.station.region-designated.v1'>;

/** PAIR-2: from now on the county is one of those that should have an active pairing. */
export const onRegionDesignated =
  ({ counties, unitOfWork }: Pick<Ports, 'counties' | 'unitOfWork'>) =>
  ({ countyCode, sourceUrl }: Designated): Promise<void> =>
    unitOfWork.run(async () => {
      await unitOfWork.hold(countyKey(countyCode));
      const county = (await counties.find(countyCode)) ?? newCounty(countyCode);
      await counties.save(listAsKey(county, sourceUrl));
    });
