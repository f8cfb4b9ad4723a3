import type { Page, PageRequest } from '@qianshou/kernel';
import type { BudgetPlanId, PurchaseProjectId, StationId } from '../../domain/ids.ts';
import type {
  PurchaseEvent,
  PurchaseProject,
  PurchaseStatus,
} from '../../domain/purchase/purchase-project.ts';
import type { OfStationYears, PlaceFilter, Repository } from '../reference/ports.ts';

export interface PurchaseFilter extends PlaceFilter {
  readonly stationId: StationId | null;
  readonly status: readonly PurchaseStatus[] | null;
}

export interface PurchaseProjects extends Repository<PurchaseProjectId, PurchaseProject, PurchaseEvent> {
  readonly list: (filter: PurchaseFilter, page: PageRequest) => Promise<Page<PurchaseProject>>;
  readonly ofStationYears: OfStationYears<PurchaseProject>;
  /** All purchases of a budget. */
  readonly findUnder: (budgetPlanId: BudgetPlanId) => Promise<readonly PurchaseProject[]>;
}
