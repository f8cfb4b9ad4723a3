import type { Actor, Page, PageRequest } from '@qianshou/kernel';
import type { PairingApplication } from '../domain/pairing-application.ts';
import { applicationScope } from '../domain/policy.ts';
import type { ApplicationFilter, Direction, Ports } from './ports.ts';

/** What the reader may not see is filtered where it is stored, so that pages and counts leave it out too. */
export const listApplications =
  ({ applications }: Pick<Ports, 'applications'>) =>
  (
    filter: Omit<ApplicationFilter, 'scope'>,
    order: Direction,
    page: PageRequest,
    actor: Actor,
  ): Promise<Page<PairingApplication>> =>
    applications.list({ ...filter, scope: applicationScope(actor) }, order, page);
