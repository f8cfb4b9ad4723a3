import type { EventData } from '@qianshou/events';
import { addDays, publicLine } from '@qianshou/kernel';
import { passOver, staysWithStation } from '../../domain/posting/posting-passing.ts';
import type { Workplace } from '../../domain/reference/workplace.ts';
import type { Ports } from '../ports.ts';
import { endPosts } from './end-posts-of.ts';

type StationChanged = EventData<'qianshou.station.operator-changed.v1'>;
type CentreChanged = EventData<'qianshou.station.centre-operator-changed.v1'>;
type Changed = Pick<StationChanged, 'operatorAgencyId' | 'from' | 'stayingPostings'> & {
  readonly before: Pick<StationChanged['before'], 'operatorAgencyId'>;
};

/** What ended a post that nobody ended: a code, which screens put into words. */
const OPERATOR_CHANGED = publicLine('OPERATOR_CHANGED', 'reason');

export const onOperatorChanged =
  (ports: Pick<Ports, 'clock' | 'postings' | 'stations'>) =>
  async (changed: StationChanged): Promise<void> => {
    const { stationId, operatorAgencyId, operationMode = null } = changed;
    await ports.stations.change(stationId, { operatorAgencyId, operationMode });
    await passPosts(ports)({ stationId, centreId: null }, changed);
  };

export const onCentreOperatorChanged =
  (ports: Pick<Ports, 'centres' | 'clock' | 'postings'>) =>
  async (changed: CentreChanged): Promise<void> => {
    const { centreId, operatorAgencyId } = changed;
    await ports.centres.change(centreId, { operatorAgencyId });
    await passPosts(ports)({ stationId: null, centreId }, changed);
  };

/** People of the former operator leave with it, but for those who pass over; whom the new one sent meanwhile stays. */
const passPosts =
  (ports: Pick<Ports, 'clock' | 'postings'>) =>
  async (place: Pick<Workplace, 'centreId' | 'stationId'>, changed: Changed): Promise<void> => {
    const { operatorAgencyId, before, from, stayingPostings } = changed;
    const there = await ports.postings.listAt(place);
    const former = there.filter((posting) => posting.operatorAgencyId === before.operatorAgencyId);
    const staying = former.filter((posting) => staysWithStation(posting, stayingPostings));
    for (const posting of staying) await ports.postings.save(passOver(posting, operatorAgencyId, from));
    const leaving = former.filter((posting) => !staying.includes(posting));
    await endPosts(ports)(leaving, { endedOn: addDays(from, -1), reason: OPERATOR_CHANGED });
  };
