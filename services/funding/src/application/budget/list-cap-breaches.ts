import type { Actor, Page, PageRequest } from '@qianshou/kernel';
import type { CapBreach } from '../../domain/budget/cap-breach.ts';
import { mayReadBreaches } from '../../domain/policy.ts';
import type { LedgerPlace } from '../reference/held-keys.ts';
import type { Ports } from '../ports.ts';

/** What was asked for above the cap of a county and year, latest first. */
export const listCapBreaches =
  ({ capBreaches }: Pick<Ports, 'capBreaches'>) =>
  (place: LedgerPlace, page: PageRequest, actor: Actor): Promise<Page<CapBreach>> => {
    mayReadBreaches(actor, place.countyCode);
    return capBreaches.list(place, page);
  };
