import type { Page, PageRequest } from '@qianshou/kernel';
import type { Programme } from '../../domain/programme/programme.ts';
import type { Ports } from '../ports.ts';

/** Public: what is taught, and what it takes to pass. */
export const listProgrammes =
  ({ programmes }: Pick<Ports, 'programmes'>) =>
  (page: PageRequest): Promise<Page<Programme>> =>
    programmes.list(page);
