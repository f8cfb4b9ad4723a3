import type { CalendarDate, Page, PageRequest, RegionCode } from '@qianshou/kernel';
import type { BudgetEvaluation, BudgetEvaluationEvent } from '../../domain/evaluation/budget-evaluation.ts';
import type { EvaluationScheme, SchemeEvent } from '../../domain/evaluation/evaluation-scheme.ts';
import type {
  FundEvaluation,
  FundEvaluationEvent,
  FundGrade,
} from '../../domain/evaluation/fund-evaluation.ts';
import type {
  AgencyId,
  BudgetEvaluationId,
  BudgetPlanId,
  ContractId,
  EvaluationSchemeId,
  FundEvaluationId,
} from '../../domain/ids.ts';
import type { Repository, PlaceFilter } from '../reference/ports.ts';

export interface FundEvaluationFilter extends PlaceFilter {
  readonly contractId: ContractId | null;
  readonly providerAgencyId: AgencyId | null;
  readonly grade: readonly FundGrade[] | null;
  readonly struck: boolean;
}

export interface FundEvaluations extends Repository<FundEvaluationId, FundEvaluation, FundEvaluationEvent> {
  readonly list: (filter: FundEvaluationFilter, page: PageRequest) => Promise<Page<FundEvaluation>>;
  /** Those that stand and were unqualified, of the agency in the county. */
  readonly listBarring: (
    providerAgencyId: AgencyId,
    countyCode: RegionCode,
  ) => Promise<readonly FundEvaluation[]>;
  /** Barely qualified, not put right and not told as overdue, due before the day. */
  readonly overdue: (day: CalendarDate) => AsyncIterable<FundEvaluationId>;
}

export interface EvaluationSchemes extends Repository<EvaluationSchemeId, EvaluationScheme, SchemeEvent> {
  readonly listOf: (countyCode: RegionCode) => Promise<readonly EvaluationScheme[]>;
}

export interface BudgetEvaluations extends Repository<
  BudgetEvaluationId,
  BudgetEvaluation,
  BudgetEvaluationEvent
> {
  /** In the order asked for: of each budget its latest evaluation. */
  readonly latestOfMany: (
    budgetPlanIds: readonly BudgetPlanId[],
  ) => Promise<readonly (BudgetEvaluation | null)[]>;
}
