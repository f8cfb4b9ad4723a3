import type { Page, PageRequest } from '@qianshou/kernel';
import type { Programme } from '../../domain/programme/programme.ts';
import type { Ports } from '../ports.ts';
import type { ProgrammeFilter, ProgrammeOrder } from './ports.ts';

/** Public: what is taught, and what it takes to pass. */
export const listProgrammes =
  ({ programmes }: Pick<Ports, 'programmes'>) =>
  (filter: ProgrammeFilter, order: ProgrammeOrder, page: PageRequest): Promise<Page<Programme>> =>
    programmes.list(filter, order, page);
