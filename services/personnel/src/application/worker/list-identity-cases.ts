import type { Actor, Page, PageRequest } from '@qianshou/kernel';
import type { IdentityCase } from '../../domain/worker/identity-case.ts';
import { bureausOf } from '../../domain/policy.ts';
import type { IdentityCaseFilter } from './ports.ts';
import type { Ports } from '../ports.ts';

/** PER-16: each bureau its own. */
export const listIdentityCases =
  ({ identityCases }: Pick<Ports, 'identityCases'>) =>
  (filter: IdentityCaseFilter, page: PageRequest, actor: Actor): Promise<Page<IdentityCase>> =>
    identityCases.list(bureausOf(actor), filter, page);
