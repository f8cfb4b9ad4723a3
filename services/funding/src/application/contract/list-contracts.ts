import type { Page, PageRequest } from '@qianshou/kernel';
import type { Contract } from '../../domain/contract/contract.ts';
import type { ContractFilter } from './ports.ts';
import type { Ports } from '../ports.ts';

/** Public: purchase contracts are published (FUN-6), and with them what each station costs in a year (FUN-16). */
export const listContracts =
  ({ contracts }: Pick<Ports, 'contracts'>) =>
  (filter: ContractFilter, page: PageRequest): Promise<Page<Contract>> =>
    contracts.list(filter, page);
