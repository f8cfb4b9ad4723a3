import { regionCodeOf } from '@qianshou/kernel';
import type {
  BudgetScenarioResolvers,
  QueryResolvers,
  ScenarioFiguresResolvers,
} from '../generated/resolvers.ts';
import { yearOf } from '../reference/parse.ts';

export const scenarioQueries = {
  budgetScenario: (_root, { regionCode, year, assumptions }, { useCases, actor }) => {
    const place = { countyCode: regionCodeOf('COUNTY', regionCode, 'regionCode'), year: yearOf(year) };
    const { capPercent = null, assistanceBaseFen = null, stations = null, pay = null } = assumptions;
    return useCases.foreseeBudget(place, { capPercent, assistanceBaseFen, stations, pay }, actor);
  },
} satisfies Partial<QueryResolvers>;

export const BudgetScenario: BudgetScenarioResolvers = {
  county: ({ countyCode }) => ({ code: countyCode }),
  basedOn: ({ plan }) => plan,
};

export const ScenarioFigures: ScenarioFiguresResolvers = {
  base: ({ baseFen }) => baseFen,
  cap: ({ capFen }) => capFen,
  assistanceShare: ({ shareFen }) => shareFen,
  otherSources: ({ otherFen }) => otherFen,
  planned: ({ plannedFen }) => plannedFen,
  topUp: ({ topUpFen }) => topUpFen,
  perStation: ({ perStationFen }) => perStationFen,
};
