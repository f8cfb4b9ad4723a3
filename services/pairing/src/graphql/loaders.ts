import { chinaDay, CORRECTION_DAYS, correctionTimesIn, type RegionCode } from '@qianshou/kernel';
import type { FiguresReader } from '@qianshou/service-kit/figures';
import { loader } from '@qianshou/service-kit/graphql';
import type { Ports } from '../application/ports.ts';

type Sources = Omit<Ports, 'unitOfWork' | 'newId'> & { readonly figures: FiguresReader };

export type Loaders = ReturnType<typeof pairingLoaders>;

/** Made anew for each request, so that nobody is answered from what somebody else was allowed to see. */
export function pairingLoaders(sources: Sources) {
  const today = chinaDay(sources.clock.now());
  const times = loader((regions: readonly RegionCode[]) => correctionTimesIn(sources, regions));
  return {
    /** The day of the request. */
    today,
    correctionTime: async (region: RegionCode) =>
      (await times.load(region)) ?? { today, days: CORRECTION_DAYS },
    agency: loader(sources.agencies.findMany),
    application: loader(sources.applications.findMany),
    coverageOfCounty: loader(sources.coverages.findMany),
    contractsOfCounty: loader(sources.contracts.ofCounties),
    stationsOfCounty: loader(sources.stations.ofCounties),
    workerFacts: loader(sources.workers.findMany),
    county: loader(sources.counties.findMany),
    figures: loader(sources.figures.readMany),
    pairing: loader(sources.pairings.findMany),
    phase: loader(sources.phases.findMany),
    activity: loader(sources.activities.findMany),
    dispatch: loader(sources.dispatches.findMany),
    evaluation: loader(sources.evaluations.findMany),
    ledger: loader(sources.ledgers.findMany),
    note: loader(sources.notes.findMany),
    publicityItem: loader(sources.publicity.findMany),
    report: loader(sources.reports.findMany),
    target: loader(sources.targets.findMany),
    scheme: loader(sources.schemes.findMany),
  };
}
