import type { Page, PageRequest } from '@qianshou/kernel';
import type { FundEvaluation } from '../../domain/evaluation/fund-evaluation.ts';
import type { FundEvaluationFilter } from './ports.ts';
import type { Ports } from '../ports.ts';

/** Public: how what was paid for performed. */
export const listFundEvaluations =
  ({ fundEvaluations }: Pick<Ports, 'fundEvaluations'>) =>
  (filter: FundEvaluationFilter, page: PageRequest): Promise<Page<FundEvaluation>> =>
    fundEvaluations.list(filter, page);
