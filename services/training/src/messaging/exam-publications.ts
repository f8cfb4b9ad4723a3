import type { Publication } from '@qianshou/events';
import type { ExamOutcome, ExamOutcomeEvent } from '../domain/exam/exam-outcome.ts';

/** Domain event -> published event: ids, codes and yes or no. */
export function publishExamOutcomeEvent(event: ExamOutcomeEvent, outcome: ExamOutcome): Publication {
  const { id: outcomeId, enrolmentId, classId, workerId, countyCode: regionCode } = outcome;
  const { examYear, level, sat, passed } = outcome;
  const data = { outcomeId, enrolmentId, classId, workerId, regionCode, examYear, level, sat, passed };
  switch (event.type) {
    case 'examOutcome.recorded':
      return { type: 'qianshou.training.exam-outcome-recorded.v1', data, regionCode };
    case 'examOutcome.struck':
      return { type: 'qianshou.training.exam-outcome-struck.v1', data, regionCode };
    case 'examOutcome.corrected': {
      const { sat: satBefore, passed: passedBefore } = event.before;
      const corrected = { ...data, satBefore, passedBefore };
      return { type: 'qianshou.training.exam-outcome-corrected.v1', data: corrected, regionCode };
    }
  }
}
