import type { Page, PageRequest } from '@qianshou/kernel';
import type { StationEvaluation } from '../../domain/evaluation/station-evaluation.ts';
import type { DayOrder } from '../reference/ports.ts';
import type { EvaluationFilter } from './ports.ts';
import type { Ports } from '../ports.ts';

/** Public: how stations are graded is what the programme publishes. */
export const listEvaluations =
  ({ evaluations }: Pick<Ports, 'evaluations'>) =>
  (filter: EvaluationFilter, order: DayOrder, page: PageRequest): Promise<Page<StationEvaluation>> =>
    evaluations.list(filter, order, page);
