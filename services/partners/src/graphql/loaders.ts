import { loader } from '@qianshou/service-kit/graphql';
import type { Ports } from '../application/ports.ts';

export type Loaders = ReturnType<typeof partnersLoaders>;

/** Made anew for each request, so that nobody is answered from what somebody else was allowed to see. */
export function partnersLoaders({ deliveries, standings }: Pick<Ports, 'deliveries' | 'standings'>) {
  return {
    standing: loader(standings.findMany),
    usage: loader(deliveries.usageOf),
    waiting: loader(deliveries.countsWaiting),
  };
}
