import type { Page, PageRequest } from '@qianshou/kernel';
import type { GuidanceCentre } from '../../domain/centre/guidance-centre.ts';
import type { CentreFilter } from './ports.ts';
import type { Ports } from '../ports.ts';

/** Public, as stations are. */
export const listGuidanceCentres =
  ({ centres }: Pick<Ports, 'centres'>) =>
  (filter: CentreFilter, page: PageRequest): Promise<Page<GuidanceCentre>> =>
    centres.list(filter, page);
