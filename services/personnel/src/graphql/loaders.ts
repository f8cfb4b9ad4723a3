import { chinaDay } from '@qianshou/kernel';
import type { FiguresReader } from '@qianshou/service-kit/figures';
import { loader } from '@qianshou/service-kit/graphql';
import type { Ports } from '../application/ports.ts';
import type { PlaceOnDay } from '../application/posting/ports.ts';

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
    lastEnds: loader(sources.postings.findLastEnds),
    onDutyThen: loader((asked: readonly string[]) => sources.postings.findOnDutyOn(asked.map(askedOf))),
    policy: loader((counties: Parameters<typeof sources.policies.inForce>[0]) =>
      sources.policies.inForce(counties, chinaDay(sources.clock.now())),
    ),
    posting: loader(sources.postings.findMany),
    presentPosts: loader(sources.postings.findPresent),
    recruitment: loader(sources.recruitments.findMany),
    renewal: loader(sources.renewals.findMany),
    station: loader(sources.stations.findMany),
    stationStaff: loader(sources.postings.findStationStaff),
    transferQuestion: loader(sources.transferQuestions.findMany),
    transferRequest: loader(sources.transferRequests.findMany),
    worker: loader(sources.workers.findMany),
  };
}

/** A loader takes one key: a place and a day. */
export function placeOnDay({ place, on }: PlaceOnDay): string {
  return `${place}|${on}`;
}

function askedOf(key: string): PlaceOnDay {
  const [place, on] = key.split('|');
  return { place, on } as PlaceOnDay;
}
