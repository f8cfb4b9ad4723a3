import type { Page, PageRequest } from '@qianshou/kernel';
import type { CooperationScheme } from '../../domain/scheme/cooperation-scheme.ts';
import type { SchemeFilter, SchemeOrder } from './ports.ts';
import type { Ports } from '../ports.ts';

/** Public: schemes are published documents. */
export const listCooperationSchemes =
  ({ schemes }: Pick<Ports, 'schemes'>) =>
  (filter: SchemeFilter, order: SchemeOrder, page: PageRequest): Promise<Page<CooperationScheme>> =>
    schemes.list(filter, order, page);
