import type { Page, PageRequest } from '@qianshou/kernel';
import type { ListedCheck } from '../../domain/station/acceptance-check.ts';
import type { AcceptanceCheckFilter, AcceptanceCheckOrder } from './ports.ts';
import type { Ports } from '../ports.ts';

/** Public, as each station's own checks are. */
export const listAcceptanceChecks =
  ({ acceptanceChecks }: Pick<Ports, 'acceptanceChecks'>) =>
  (
    filter: AcceptanceCheckFilter,
    order: AcceptanceCheckOrder,
    page: PageRequest,
  ): Promise<Page<ListedCheck>> =>
    acceptanceChecks.list(filter, order, page);
