import type { FiguresReader } from '@qianshou/service-kit/figures';
import { loader } from '@qianshou/service-kit/graphql';
import type { Ports } from '../application/ports.ts';

type Sources = Pick<Ports, 'agencies' | 'applications' | 'counties' | 'pairings' | 'phases' | 'schemes'> & {
  readonly figures: FiguresReader;
};

export type Loaders = ReturnType<typeof pairingLoaders>;

/** Made anew for each request, so that nobody is answered from what somebody else was allowed to see. */
export function pairingLoaders(sources: Sources) {
  return {
    agency: loader(sources.agencies.findMany),
    application: loader(sources.applications.findMany),
    county: loader(sources.counties.findMany),
    figures: loader(sources.figures.readMany),
    pairing: loader(sources.pairings.findMany),
    phase: loader(sources.phases.findMany),
    scheme: loader(sources.schemes.findMany),
  };
}
