import type { Actor, PageRequest } from '@qianshou/kernel';
import { readScope } from '../../domain/policy.ts';
import type { Ports } from '../ports.ts';
import { decideRenewal } from './decide-renewal.ts';
import type { RenewalFilter } from './ports.ts';

export function useCasesOfRenewal(ports: Ports) {
  return {
    decideRenewal: decideRenewal(ports),
    listRenewals: (filter: RenewalFilter, page: PageRequest, actor: Actor) =>
      ports.renewals.list(readScope(actor), filter, page),
  };
}
