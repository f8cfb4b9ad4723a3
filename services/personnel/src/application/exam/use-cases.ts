import type { Ports } from '../ports.ts';
import {
  correctExamAttempt,
  recordExamAttempt,
  recordExamResult,
  strikeExamAttempt,
} from './decide-exam-attempt.ts';

export function useCasesOfExam(ports: Ports) {
  return {
    correctExamAttempt: correctExamAttempt(ports),
    recordExamAttempt: recordExamAttempt(ports),
    recordExamResult: recordExamResult(ports),
    strikeExamAttempt: strikeExamAttempt(ports),
  };
}
