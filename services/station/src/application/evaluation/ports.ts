import type { Page, PageRequest, RegionCode } from '@qianshou/kernel';
import type { Repository, DayOrder } from '../reference/ports.ts';
import type { AgencyId, EvaluationId, StationId } from '../../domain/ids.ts';
import type { EvaluationEvent, StationEvaluation } from '../../domain/evaluation/station-evaluation.ts';
import type { Grade } from '../../domain/station/grade.ts';

export interface EvaluationFilter {
  readonly within: RegionCode | null;
  readonly stationId: StationId | null;
  readonly operatorAgencyId: AgencyId | null;
  readonly grade: readonly Grade[] | null;
  /** Those that were struck out, or those that stand. */
  readonly struck: boolean;
}

export interface Evaluations extends Repository<EvaluationId, StationEvaluation, EvaluationEvent> {
  /** Those of the station that were not struck out. */
  readonly listStanding: (stationId: StationId) => Promise<readonly StationEvaluation[]>;
  /** Whether what the agency ran in the county bars it from purchases of that year there (STA-13). */
  readonly isBarred: (operatorAgencyId: AgencyId, countyCode: RegionCode, year: number) => Promise<boolean>;
  readonly list: (
    filter: EvaluationFilter,
    order: DayOrder,
    page: PageRequest,
  ) => Promise<Page<StationEvaluation>>;
}
