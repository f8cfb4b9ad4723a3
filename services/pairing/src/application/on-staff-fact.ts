import type { EventData } from '@qianshou/events';
import { comeOnDuty, leaveDuty } from '../domain/county-facts.ts';
import { keepStation } from './on-station-fact.ts';
import type { Ports } from './ports.ts';

type Deps = Pick<Ports, 'stations' | 'unitOfWork'>;
type Workers = Pick<Ports, 'workers' | 'unitOfWork'>;

/** Posts at guidance centres are no staff of a station. */
export const onPostingStarted =
  (ports: Deps) =>
  async ({
    stationId,
    countyCode,
    postingId,
    workerId,
  }: EventData<'qianshou.personnel.posting-started.v1'>): Promise<void> => {
    if (stationId === null) return;
    const member = { postingId, workerId };
    await keepStation(ports, { stationId, countyCode }, (station) => comeOnDuty(station, member));
  };

export const onPostingEnded =
  (ports: Deps) =>
  async ({
    stationId,
    countyCode,
    postingId,
  }: EventData<'qianshou.personnel.posting-ended.v1'>): Promise<void> => {
    if (stationId === null) return;
    await keepStation(ports, { stationId, countyCode }, (station) => leaveDuty(station, postingId));
  };

export const onWorkerRegistered =
  ({ workers, unitOfWork }: Workers) =>
  ({ workerId, countyCode }: EventData<'qianshou.personnel.worker-registered.v1'>): Promise<void> =>
    unitOfWork.run(async () => {
      const known = await workers.find(workerId);
      await workers.put({ id: workerId, countyCode, certified: known?.certified ?? false });
    });

export const onQualificationObtained =
  ({ workers, unitOfWork }: Workers) =>
  ({ workerId, countyCode }: EventData<'qianshou.personnel.qualification-obtained.v1'>): Promise<void> =>
    unitOfWork.run(async () => {
      const known = await workers.find(workerId);
      await workers.put({ id: workerId, countyCode: known?.countyCode ?? countyCode, certified: true });
    });
