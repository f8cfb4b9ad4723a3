import type { EventData } from '@qianshou/events';
import { comeOnDuty, leaveDuty } from '../../domain/county/county-facts.ts';
import { type ExitPorts, followExitOfCounties } from '../exit/follow-exit.ts';
import { keepStations } from './on-station-fact.ts';
import type { Ports } from '../ports.ts';

type Deps = Pick<Ports, 'unitOfWork'> & ExitPorts;

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
    await keepStations(ports, [{ stationId, countyCode }], (station) => comeOnDuty(station, member));
  };

export const onPostingEnded =
  (ports: Deps) =>
  async ({
    stationId,
    countyCode,
    postingId,
  }: EventData<'qianshou.personnel.posting-ended.v1'>): Promise<void> => {
    if (stationId === null) return;
    await keepStations(ports, [{ stationId, countyCode }], (station) => leaveDuty(station, postingId));
  };

export const onWorkerRegistered =
  (ports: Deps) =>
  ({
    workerId,
    countyCode,
    employerAgencyId,
  }: EventData<'qianshou.personnel.worker-registered.v1'>): Promise<void> =>
    ports.unitOfWork.run(async () => {
      const known = await ports.workers.find(workerId);
      const { certified = false, ceShort = false } = known ?? {};
      await ports.workers.put({ id: workerId, countyCode, employerAgencyId, certified, ceShort });
      await followExitOfCounties(ports, countyCode);
    });

type Obtained = EventData<'qianshou.personnel.qualification-obtained.v1'>;
type Changed = EventData<'qianshou.personnel.qualification-revoked.v1'>;

export const onQualificationObtained =
  (ports: Deps) =>
  (event: Obtained): Promise<void> =>
    keepCertified(ports, event, true);

/** Verified, rejected, revoked, put right or struck out: the event says whether another one counts. */
export const onQualificationChanged =
  (ports: Deps) =>
  (event: Changed): Promise<void> =>
    keepCertified(ports, event, event.certified);

function keepCertified(ports: Deps, event: Obtained, certified: boolean): Promise<void> {
  return ports.unitOfWork.run(async () => {
    const known = await ports.workers.find(event.workerId);
    const countyCode = known?.countyCode ?? event.countyCode;
    const { employerAgencyId = null, ceShort = false } = known ?? {};
    await ports.workers.put({ id: event.workerId, countyCode, employerAgencyId, certified, ceShort });
    await followExitOfCounties(ports, countyCode);
  });
}

/** PER-12: who is short of registration or hours is sent as no supervisor. */
export const onRegistrationStandingChanged =
  ({ workers }: Pick<Ports, 'workers'>) =>
  async ({
    workerId: id,
    countyCode,
    standing,
  }: EventData<'qianshou.personnel.registration-standing-changed.v1'>): Promise<void> => {
    const unknown = { id, countyCode, employerAgencyId: null, certified: false };
    await workers.put({ ...((await workers.find(id)) ?? unknown), ceShort: standing === 'CE_SHORT' });
  };
