import type { Fen, Page, PageRequest, RegionCode } from '@qianshou/kernel';
import type { BudgetPlan, BudgetStatus, PlanEvent } from '../../domain/budget/budget-plan.ts';
import type { FundSource, SourceRegistered } from '../../domain/budget/fund-source.ts';
import type { CapBreach, CapBreachRejected } from '../../domain/budget/cap-breach.ts';
import type { BudgetPlanId, CapBreachId, FundSourceId } from '../../domain/ids.ts';
import type { LedgerPlace } from '../../domain/money/ledger.ts';
import type { Scope } from '../../domain/policy.ts';
import type { OfYear, Repository, PlaceFilter, Within } from '../reference/ports.ts';

export type BudgetOrder = 'COUNTY_CODE' | 'PLANNED';

export interface BudgetFilter extends PlaceFilter {
  readonly order: BudgetOrder;
  readonly planned: Within<Fen>;
  /** Neither settled nor rejected; null for all. */
  readonly open: boolean | null;
  readonly status: readonly BudgetStatus[] | null;
  /** Whose plans the reader may see; null for all. */
  readonly scope: Scope | null;
}

export interface BudgetPlans extends Repository<BudgetPlanId, BudgetPlan, PlanEvent> {
  readonly ofYear: OfYear<BudgetPlan>;
  readonly list: (filter: BudgetFilter, page: PageRequest) => Promise<Page<BudgetPlan>>;
  /** The budget of a county, year and programme. */
  readonly findOf: (
    place: Pick<BudgetPlan, 'countyCode' | 'year' | 'programme'>,
  ) => Promise<BudgetPlan | null>;
  /** In the order asked for: of each plan the budget of the year before, where one was approved. */
  readonly approvedBefore: (ids: readonly BudgetPlanId[]) => Promise<readonly (BudgetPlan | null)[]>;
  readonly findApproved: (countyCode: RegionCode) => Promise<readonly BudgetPlan[]>;
}

export interface FundSources extends Repository<FundSourceId, FundSource, SourceRegistered> {
  /** In the order asked for: the sources that each plan draws. */
  readonly findByPlans: (ids: readonly BudgetPlanId[]) => Promise<readonly (readonly FundSource[])[]>;
}

export interface CapBreaches extends Repository<CapBreachId, CapBreach, CapBreachRejected> {
  /** Whether the same request was kept before. */
  readonly has: (request: Pick<CapBreach, 'requestKey' | 'operation' | 'by'>) => Promise<boolean>;
  /** Latest first. */
  readonly list: (place: LedgerPlace, page: PageRequest) => Promise<Page<CapBreach>>;
}
