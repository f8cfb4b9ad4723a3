import type { Actor, Page, PageRequest } from '@qianshou/kernel';
import { type Agency, isUnconfirmed } from '../../domain/agency/agency.ts';
import { mayFindUnverified } from '../../domain/agency/policy.ts';
import type { AgencyFilter, AgencyOrder } from './ports.ts';
import type { Ports } from '../ports.ts';

/** Public: an agency's registration is a public record, once its home authority stands by it. */
export const listAgencies =
  ({ agencies }: Pick<Ports, 'agencies'>) =>
  (filter: AgencyFilter, order: AgencyOrder, page: PageRequest, actor: Actor): Promise<Page<Agency>> =>
    agencies.list({ ...filter, status: statusesFor(actor, filter) }, order, page);

const OFFERED: readonly Agency['status'][] = ['ACTIVE', 'SUSPENDED', 'STRUCK_OFF'];

function statusesFor(actor: Actor, { status, within }: AgencyFilter): readonly Agency['status'][] {
  if (status === null) return OFFERED;
  if (mayFindUnverified(actor, within)) return status;
  return status.filter((each) => !isUnconfirmed({ status: each }));
}
