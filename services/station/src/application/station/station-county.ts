import type { StationId } from '../../domain/ids.ts';
import type { Station } from '../../domain/station/station.ts';
import type { Ports } from '../ports.ts';
import { countyKey } from '../county/county-key.ts';

/**
 * Reads a station in a transaction that holds its county from the first step on. Of several decisions in one county
 * each then waits before it has read or written anything, instead of losing its work to another when it is done.
 */
export const inCountyOf =
  ({ stations, unitOfWork }: Pick<Ports, 'stations' | 'unitOfWork'>) =>
  async <Result>(
    id: StationId,
    body: (station: Station) => Promise<Result>,
    admit: (station: Station) => void = () => undefined,
  ): Promise<Result> => {
    const found = await stations.get(id);
    admit(found);
    return unitOfWork.run(async () => {
      await unitOfWork.hold(countyKey(found.countyCode));
      return body(await stations.get(id));
    });
  };
