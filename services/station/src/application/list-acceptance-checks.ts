import type { Page, PageRequest } from '@qianshou/kernel';
import type { ListedCheck } from '../domain/acceptance-check.ts';
import type { AcceptanceCheckFilter, AcceptanceCheckOrder } from './station-ports.ts';
import type { Ports } from './ports.ts';

/** Public, as each station's own checks are. */
export const listAcceptanceChecks =
  ({ acceptanceChecks }: Pick<Ports, 'acceptanceChecks'>) =>
  (
    filter: AcceptanceCheckFilter,
    order: AcceptanceCheckOrder,
    page: PageRequest,
  ): Promise<Page<ListedCheck>> =>
    acceptanceChecks.list(filter, order, page);
