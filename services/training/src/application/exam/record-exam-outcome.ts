import { type Actor, chinaDay } from '@qianshou/kernel';
import { type ExamOutcome, type OutcomeInput, recordOutcome } from '../../domain/exam/exam-outcome.ts';
import type { EnrolmentId } from '../../domain/ids.ts';
import { mayRecordOutcome } from '../../domain/policy.ts';
import type { Ports } from '../ports.ts';

type Deps = Pick<Ports, 'classes' | 'enrolments' | 'examOutcomes' | 'clock' | 'newId'>;

export interface RecordExamOutcomeInput extends Omit<OutcomeInput, 'id'> {
  readonly enrolmentId: EnrolmentId;
}

/** TRA-5: by whoever ran the class, or the worker's side, who know first. */
export const recordExamOutcome =
  ({ classes, enrolments, examOutcomes, clock, newId }: Deps) =>
  async ({ enrolmentId, ...said }: RecordExamOutcomeInput, actor: Actor): Promise<ExamOutcome> => {
    const enrolment = await enrolments.get(enrolmentId);
    const group = await classes.get(enrolment.classId);
    mayRecordOutcome(actor, group, enrolment);
    const at = clock.now();
    const input = { ...said, id: newId('exo') };
    return examOutcomes.save(recordOutcome(enrolment, group, input, { at, today: chinaDay(at) }));
  };
