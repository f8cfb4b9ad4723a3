import type { Ports } from '../ports.ts';
import { listExamOutcomes } from './list-exam-outcomes.ts';
import { correctExamOutcome, strikeExamOutcome } from './put-outcome-right.ts';
import { recordExamOutcome } from './record-exam-outcome.ts';

export function useCasesOfExam(ports: Ports) {
  return {
    correctExamOutcome: correctExamOutcome(ports),
    listExamOutcomes: listExamOutcomes(ports),
    recordExamOutcome: recordExamOutcome(ports),
    strikeExamOutcome: strikeExamOutcome(ports),
  };
}
