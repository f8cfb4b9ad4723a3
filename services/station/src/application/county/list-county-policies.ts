import type { Page, PageRequest } from '@qianshou/kernel';
import type { CountyPolicy } from '../../domain/county/county-policy.ts';
import type { CountyPolicyFilter } from './ports.ts';
import type { Ports } from '../ports.ts';
import type { DayOrder } from '../reference/ports.ts';

/** Public: local numbers are published with their source. */
export const listCountyPolicies =
  ({ countyPolicies }: Pick<Ports, 'countyPolicies'>) =>
  (filter: CountyPolicyFilter, order: DayOrder, page: PageRequest): Promise<Page<CountyPolicy>> =>
    countyPolicies.list(filter, order, page);
