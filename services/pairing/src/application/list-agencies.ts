import type { Page, PageRequest } from '@qianshou/kernel';
import type { Agency } from '../domain/agency.ts';
import type { AgencyFilter, AgencyOrder, Ports } from './ports.ts';

/** Public: an agency's registration is a public record. */
export const listAgencies =
  ({ agencies }: Pick<Ports, 'agencies'>) =>
  (filter: AgencyFilter, order: AgencyOrder, page: PageRequest): Promise<Page<Agency>> =>
    agencies.list(filter, order, page);
