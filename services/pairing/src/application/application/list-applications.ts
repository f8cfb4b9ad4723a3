import type { Actor, Page, PageRequest } from '@qianshou/kernel';
import type { PairingApplication } from '../../domain/application/pairing-application.ts';
import { applicationScope } from '../../domain/application/policy.ts';
import type { ApplicationFilter } from './ports.ts';
import type { Ports } from '../ports.ts';
import type { Direction } from '../reference/ports.ts';

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
