import type { EventData } from '@qianshou/events';
import { addDays, publicLine } from '@qianshou/kernel';
import { passOver, staysWithStation } from '../../domain/posting/posting-passing.ts';
import type { Ports } from '../ports.ts';
import { endPosts } from './end-posts-of.ts';

type Changed = EventData<'qianshou.station.operator-changed.v1'>;

/** What ended a post that nobody ended: a code, which screens put into words. */
const OPERATOR_CHANGED = publicLine('OPERATOR_CHANGED', 'reason');

/** People of the former operator leave with it, but for those who pass over; whom the new one sent meanwhile stays. */
export const onOperatorChanged =
  (ports: Pick<Ports, 'clock' | 'postings' | 'stations'>) =>
  async (changed: Changed): Promise<void> => {
    const { stationId, operatorAgencyId, operationMode = null, before, from, stayingPostings } = changed;
    await ports.stations.change(stationId, { operatorAgencyId, operationMode });
    const there = await ports.postings.listAt({ stationId, centreId: null });
    const former = there.filter((posting) => posting.operatorAgencyId === before.operatorAgencyId);
    const staying = former.filter((posting) => staysWithStation(posting, stayingPostings));
    for (const posting of staying) await ports.postings.save(passOver(posting, operatorAgencyId, from));
    const leaving = former.filter((posting) => !staying.includes(posting));
    await endPosts(ports)(leaving, { endedOn: addDays(from, -1), reason: OPERATOR_CHANGED });
  };
