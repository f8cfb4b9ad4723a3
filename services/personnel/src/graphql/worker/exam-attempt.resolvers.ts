import { badInput, grounds } from '@qianshou/kernel';
import { optional } from '@qianshou/service-kit/graphql';
import { actionsOnExamAttempt } from '../../domain/exam/actions.ts';
import { lastYearOf } from '../../domain/exam/exam-subjects.ts';
import { examProgress } from '../../domain/exam/exam-progress.ts';
import { examAttemptId } from '../../domain/ids.ts';
import type { ExamAttemptFacts } from '../../domain/worker/exam-attempt.ts';
import type { SocialWorker } from '../../domain/worker/social-worker.ts';
import type { Context } from '../context.ts';
import type {
  ExamAttemptResolvers,
  ExamProgressResolvers,
  MutationResolvers,
} from '../generated/resolvers.ts';
import type { ShownExamAttempt } from '../mappers.ts';
import { said, struckFields, workerTarget } from '../named.ts';

/** What is no score at all is judged by the rules; what is no year is none here. */
function yearOfExam(raw: number): number {
  if (raw >= 1900 && raw <= 2100) return raw;
  throw badInput({ field: 'examYear', reason: { en: 'expected a year', zh: '应为年份' } });
}

export const examAttemptMutations = {
  recordExamAttempt: async (_root, { input }, { useCases, actor }) => {
    const { level, examYear, subject, status, score = null, passLine } = input;
    const attempt = { level, examYear: yearOfExam(examYear), subject, status, score, passLine };
    return { worker: await useCases.recordExamAttempt({ ...workerTarget(input), attempt }, actor) };
  },
  recordExamResult: async (_root, { input }, { useCases, actor }) => {
    const { status, score = null, passLine = null } = input;
    const id = examAttemptId(input.attemptId);
    const result = { status, score, passLine };
    return { worker: await useCases.recordExamResult({ ...workerTarget(input), id, result }, actor) };
  },
  correctExamAttempt: async (_root, { input }, { useCases, actor }) => {
    const { level, examYear, subject, status, score, passLine } = input;
    const corrected = said<ExamAttemptFacts>({
      level,
      examYear: optional(examYear, yearOfExam),
      subject,
      status,
      score,
      passLine,
    });
    const id = examAttemptId(input.attemptId);
    const correction = { ...workerTarget(input), ...grounds(input), id, corrected };
    return { worker: await useCases.correctExamAttempt(correction, actor) };
  },
  strikeExamAttempt: async (_root, { input }, { useCases, actor }) => {
    const strike = { ...workerTarget(input), ...grounds(input), id: examAttemptId(input.attemptId) };
    return { worker: await useCases.strikeExamAttempt(strike, actor) };
  },
} satisfies Partial<MutationResolvers>;

export function examAttemptsOf(worker: SocialWorker): ShownExamAttempt[] {
  return worker.examAttempts.map((attempt) => ({ ...attempt, holder: worker }));
}

export function examProgressOf(worker: SocialWorker, _args: object, { useCases }: Pick<Context, 'useCases'>) {
  return [...examProgress(worker, useCases.today())];
}

export const ExamAttempt: ExamAttemptResolvers = {
  attemptId: ({ id }) => id,
  expiresAfter: ({ status, examYear, level }) => (status === 'PASSED' ? lastYearOf(level, examYear) : null),
  ...struckFields,
  corrections: ({ corrections }) => [...corrections],
  allowedActions: (attempt, _args, { actor, useCases }) => [
    ...actionsOnExamAttempt(actor, attempt.holder, attempt, useCases.today()),
  ],
};

export const ExamProgress: ExamProgressResolvers = {
  passed: ({ passed }) => [...passed],
  missing: ({ missing }) => [...missing],
};
