import { type Actor, type CalendarDate, chinaDay } from '@qianshou/kernel';
import type { StationId } from '../../domain/ids.ts';
import { mayPrepare } from '../../domain/policy.ts';
import {
  recordService,
  type ServiceEntry,
  type ServiceRecord,
} from '../../domain/service-record/service-record.ts';
import { requireWorkersOf } from '../../domain/reference/worker-replica.ts';
import type { Ports } from '../ports.ts';

type Deps = Pick<Ports, 'stations' | 'serviceRecords' | 'workers' | 'unitOfWork' | 'clock' | 'newId'>;

export interface RecordServicesInput {
  readonly stationId: StationId;
  readonly servedOn: CalendarDate;
  readonly entries: readonly ServiceEntry[];
}

/** A day's services of one station, all of them or none. */
export const recordServices =
  ({ stations, serviceRecords, workers, unitOfWork, clock, newId }: Deps) =>
  ({ stationId, servedOn, entries }: RecordServicesInput, actor: Actor): Promise<readonly ServiceRecord[]> =>
    unitOfWork.run(async () => {
      const station = await stations.get(stationId);
      mayPrepare(actor, station);
      const named = entries.flatMap(({ workerIds }) => workerIds);
      requireWorkersOf(station, named, await workers.findMany(named));
      const day = { station, servedOn, today: chinaDay(clock.now()) };
      const records: ServiceRecord[] = [];
      for (const entry of entries) {
        records.push(await serviceRecords.save(recordService(newId('srv'), entry, day)));
      }
      return records;
    });
