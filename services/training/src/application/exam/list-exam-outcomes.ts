import type { Actor, Page, PageRequest } from '@qianshou/kernel';
import type { ExamOutcome } from '../../domain/exam/exam-outcome.ts';
import { reachOf } from '../../domain/policy.ts';
import type { Ports } from '../ports.ts';
import type { ExamDirection, ExamOutcomeFilter } from './ports.ts';

/** A person's record: authorities of the region, the agencies concerned and the worker see it. */
export const listExamOutcomes =
  ({ examOutcomes }: Pick<Ports, 'examOutcomes'>) =>
  (
    filter: ExamOutcomeFilter,
    paging: { readonly direction: ExamDirection; readonly page: PageRequest },
    actor: Actor,
  ): Promise<Page<ExamOutcome>> =>
    examOutcomes.list(filter, reachOf(actor), paging);
