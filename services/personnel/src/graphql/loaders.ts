import { chinaDay } from '@qianshou/kernel';
import type { FiguresReader } from '@qianshou/service-kit/figures';
import { loader } from '@qianshou/service-kit/graphql';
import type { Ports } from '../application/ports.ts';

type Sources = Ports & {
  readonly figures: FiguresReader;
};

export type Loaders = ReturnType<typeof personnelLoaders>;

/** Made anew for each request, so that nobody is answered from what somebody else was allowed to see. */
export function personnelLoaders(sources: Sources) {
  return {
    centre: loader(sources.centres.findMany),
    centreStaff: loader(sources.postings.findCentreStaff),
    creditedHours: loader(sources.creditedHours.ofWorkers),
    figures: loader(sources.figures.readMany),
    holderOf: loader(sources.workers.findHolders),
    identityCase: loader(sources.identityCases.findMany),
    policy: loader((counties: Parameters<typeof sources.policies.inForce>[0]) =>
      sources.policies.inForce(counties, chinaDay(sources.clock.now())),
    ),
    posting: loader(sources.postings.findMany),
    recruitment: loader(sources.recruitments.findMany),
    station: loader(sources.stations.findMany),
    stationStaff: loader(sources.postings.findStationStaff),
    worker: loader(sources.workers.findMany),
  };
}
