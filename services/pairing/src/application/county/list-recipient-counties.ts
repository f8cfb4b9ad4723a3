import type { Page, PageRequest } from '@qianshou/kernel';
import type { RecipientCounty } from '../../domain/county/recipient-county.ts';
import type { CountyFilter } from './ports.ts';
import type { Ports } from '../ports.ts';
import type { Direction } from '../reference/ports.ts';

/** Public: which key counties have no active pairing is the programme's first question (PAIR-2). */
export const listRecipientCounties =
  ({ counties }: Pick<Ports, 'counties'>) =>
  (filter: CountyFilter, order: Direction, page: PageRequest): Promise<Page<RecipientCounty>> =>
    counties.list(filter, order, page);
