import type { Page, PageRequest, RegionCode } from '@qianshou/kernel';
import type { ExamLevel, ExamOutcome, ExamOutcomeEvent } from '../../domain/exam/exam-outcome.ts';
import type { ClassId, ExamOutcomeId, WorkerId } from '../../domain/ids.ts';
import type { Reach } from '../../domain/policy.ts';
import type { Repository } from '../reference/ports.ts';

export interface ExamOutcomeFilter {
  readonly within: RegionCode | null;
  readonly classId: ClassId | null;
  readonly workerId: WorkerId | null;
  readonly examYear: number | null;
  readonly level: readonly ExamLevel[] | null;
  readonly struck: boolean;
}

export interface Sat {
  readonly sat: number;
  readonly passed: number;
}

export type ExamDirection = 'ASC' | 'DESC';

export interface ExamOutcomes extends Repository<ExamOutcomeId, ExamOutcome, ExamOutcomeEvent> {
  /** Only what is within reach, by the years of the examination. */
  readonly list: (
    filter: ExamOutcomeFilter,
    reach: Reach,
    paging: { readonly direction: ExamDirection; readonly page: PageRequest },
  ) => Promise<Page<ExamOutcome>>;
  /** How many of each class sat and passed, in the order asked for. */
  readonly ofClasses: (classIds: readonly ClassId[]) => Promise<readonly Sat[]>;
}
