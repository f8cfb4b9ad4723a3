import type { Page, PageRequest } from '@qianshou/kernel';
import type { CountyPolicy } from '../domain/county-policy.ts';
import type { CountyPolicyFilter, DayOrder, Ports } from './ports.ts';

/** Public: local numbers are published with their source. */
export const listCountyPolicies =
  ({ countyPolicies }: Pick<Ports, 'countyPolicies'>) =>
  (filter: CountyPolicyFilter, order: DayOrder, page: PageRequest): Promise<Page<CountyPolicy>> =>
    countyPolicies.list(filter, order, page);
