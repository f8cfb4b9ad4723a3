import type { Page, PageRequest } from '@qianshou/kernel';
import type { Pairing } from '../../domain/pairing/pairing.ts';
import type { PairingFilter, PairingOrder } from './ports.ts';
import type { Ports } from '../ports.ts';

/** Public: who helps whom is what the programme publishes. */
export const listPairings =
  ({ pairings }: Pick<Ports, 'pairings'>) =>
  (filter: PairingFilter, order: PairingOrder, page: PageRequest): Promise<Page<Pairing>> =>
    pairings.list(filter, order, page);
