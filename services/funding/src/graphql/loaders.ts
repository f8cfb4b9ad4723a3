import { chinaDay } from '@qianshou/kernel';
import type { FiguresReader } from '@qianshou/service-kit/figures';
import { loader } from '@qianshou/service-kit/graphql';
import type { Ports } from '../application/ports.ts';

type Sources = Pick<
  Ports,
  | 'awards'
  | 'budgetEvaluations'
  | 'fundEvaluations'
  | 'budgetPlans'
  | 'clock'
  | 'contracts'
  | 'fourEyesSwitches'
  | 'fundSources'
  | 'ledgers'
  | 'payments'
  | 'purchaseProjects'
  | 'stations'
> & {
  readonly figures: FiguresReader;
};

export type Loaders = ReturnType<typeof fundingLoaders>;

/** Made anew for each request, so that nobody is answered from what somebody else was allowed to see. */
export function fundingLoaders(sources: Sources) {
  return {
    today: chinaDay(sources.clock.now()),
    award: loader(sources.awards.findMany),
    budgetPlan: loader(sources.budgetPlans.findMany),
    contract: loader(sources.contracts.findMany),
    contractsUnder: loader(sources.contracts.findUnder),
    budgetEvaluation: loader(sources.budgetEvaluations.latestOfMany),
    planOfLastYear: loader(sources.budgetPlans.approvedBefore),
    contractsOfStation: loader(sources.contracts.ofStationYears),
    purchasesOfStation: loader(sources.purchaseProjects.ofStationYears),
    awardsOfStation: loader(sources.awards.ofStationYears),
    fundEvaluation: loader(sources.fundEvaluations.findMany),
    fourEyes: loader(sources.fourEyesSwitches.ofCounties),
    figures: loader(sources.figures.readMany),
    fundSource: loader(sources.fundSources.findMany),
    moneyParts: loader(sources.ledgers.partsOfMany),
    paidOfAward: loader(sources.payments.paidOfAwards),
    payment: loader(sources.payments.findMany),
    purchaseProject: loader(sources.purchaseProjects.findMany),
    station: loader(sources.stations.findMany),
    sourcesOfPlan: loader(sources.fundSources.findByPlans),
    takenOfContract: loader(sources.payments.takenOfMany),
  };
}
