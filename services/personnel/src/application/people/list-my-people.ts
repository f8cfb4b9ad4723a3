import type { Actor, Page, PageRequest } from '@qianshou/kernel';
import { readScope, townshipsOf } from '../../domain/policy.ts';
import { isOnDuty, type Posting } from '../../domain/posting/posting.ts';
import type { Ports } from '../ports.ts';

/** Who runs a post sees who holds it and what they need: township, operator, head and deputy. */
export const listMyPeople =
  ({ postings }: Pick<Ports, 'postings'>) =>
  async (page: PageRequest, actor: Actor): Promise<Page<Posting>> => {
    const { agencyIds, workerIds } = readScope(actor);
    const own = (await postings.findPresent(workerIds as Parameters<typeof postings.findPresent>[0])).flat();
    const stationIds = own.filter(leads).flatMap(({ stationId }) => stationId ?? []);
    return postings.listRun({ townships: townshipsOf(actor), agencyIds, stationIds }, page);
  };

function leads(posting: Posting): boolean {
  return isOnDuty(posting) && (posting.role === 'STATION_HEAD' || posting.role === 'DEPUTY_HEAD');
}
