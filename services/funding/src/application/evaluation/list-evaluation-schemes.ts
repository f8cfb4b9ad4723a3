import type { RegionCode } from '@qianshou/kernel';
import type { EvaluationScheme } from '../../domain/evaluation/evaluation-scheme.ts';
import type { Ports } from '../ports.ts';

/** Public: how a county evaluates what it buys. */
export const listEvaluationSchemes =
  ({ evaluationSchemes }: Pick<Ports, 'evaluationSchemes'>) =>
  (countyCode: RegionCode): Promise<readonly EvaluationScheme[]> =>
    evaluationSchemes.listOf(countyCode);
