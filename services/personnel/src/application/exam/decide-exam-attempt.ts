import { type Command, decision } from '@qianshou/kernel';
import { examAttemptNotFound } from '../../domain/exam/errors.ts';
import { examAttemptDecisions, type ExamResult, recordResult } from '../../domain/exam/exam-attempts.ts';
import type { ExamAttemptId } from '../../domain/ids.ts';
import type { ExamAttemptFacts } from '../../domain/worker/exam-attempt.ts';
import { mayCertify, rightOfEntry } from '../../domain/worker/policy.ts';
import type { SocialWorker } from '../../domain/worker/social-worker.ts';
import {
  correcting,
  type EntryKind,
  type EntryPorts,
  fresh,
  onWorker,
  striking,
  type Told,
  type WorkerTarget,
} from '../qualification/life-entry.ts';
import { todayOf } from '../reference/today-of.ts';

export interface RecordExamAttemptInput extends WorkerTarget {
  readonly attempt: ExamAttemptFacts;
}

export interface RecordExamResultInput extends WorkerTarget {
  readonly id: ExamAttemptId;
  readonly result: ExamResult;
}

export const recordExamAttempt = (deps: EntryPorts): Command<RecordExamAttemptInput, SocialWorker> =>
  decision<RecordExamAttemptInput, SocialWorker, Told, SocialWorker>(deps.unitOfWork, {
    ...onWorker(deps),
    may: mayCertify,
    decide: (worker, { attempt }, actor) => {
      const entry = { id: deps.newId('exa'), ...attempt, ...fresh(deps, worker, actor) };
      return examAttemptDecisions.record(worker, entry, todayOf(deps));
    },
  });

export const recordExamResult = (deps: EntryPorts): Command<RecordExamResultInput, SocialWorker> =>
  decision<RecordExamResultInput, SocialWorker, Told, SocialWorker>(deps.unitOfWork, {
    ...onWorker(deps),
    may: mayCertify,
    decide: (worker, { id, result }) => recordResult(worker, id, result, todayOf(deps)),
  });

const attempts: EntryKind<ExamAttemptId, ExamAttemptFacts> = {
  ...examAttemptDecisions,
  missing: examAttemptNotFound,
  right: (worker, { recorded }, asking) => rightOfEntry(worker, recorded, asking),
};

export const strikeExamAttempt = striking(attempts);
export const correctExamAttempt = correcting(attempts);
