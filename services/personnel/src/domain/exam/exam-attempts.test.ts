import { describe, expect, it } from 'vitest';
import { aQualification, aWorker, day, uuid } from '../../../test/builders.ts';
import { examAttemptId } from '../ids.ts';
import type { ExamAttempt, ExamAttemptFacts, ExamSubject } from '../worker/exam-attempt.ts';
import type { SocialWorker } from '../worker/social-worker.ts';
import { examAttemptDecisions, recordResult } from './exam-attempts.ts';
import { examProgress } from './exam-progress.ts';

const TODAY = day('2026-11-20');
let attempts = 0;

function anAttempt(facts: Partial<ExamAttemptFacts> = {}): ExamAttempt {
  attempts += 1;
  return {
    id: examAttemptId(`exa_${uuid(attempts)}`),
    level: 'ASSISTANT',
    examYear: 2026,
    subject: 'PRACTICE',
    status: 'PASSED',
    score: 61.5,
    passLine: 'NATIONAL',
    struck: null,
    corrections: [],
    recorded: null,
    ...facts,
  };
}

const record = (facts: Partial<ExamAttemptFacts>, worker: SocialWorker = aWorker(), today = TODAY) =>
  examAttemptDecisions.record(worker, anAttempt(facts), today);
const refusal = (code: string) => expect.objectContaining({ code });

describe('recording a paper of the exam', () => {
  it.each([
    ['of a year before the exam existed', { examYear: 2007 }, 'EXAM_NOT_HELD'],
    ['of the senior level before there was one', { level: 'SENIOR', examYear: 2018 }, 'EXAM_NOT_HELD'],
    ['of a year to come', { examYear: 2027 }, 'EXAM_NOT_HELD_YET'],
    ['of a child', { examYear: 2013 }, 'EXAM_BY_A_CHILD'],
    ['in a subject of another level', { subject: 'LAWS_AND_POLICIES' }, 'EXAM_SUBJECT_OF_ANOTHER_LEVEL'],
    [
      'in a subject of a lower level',
      { level: 'SENIOR', subject: 'COMPREHENSIVE' },
      'EXAM_SUBJECT_OF_ANOTHER_LEVEL',
    ],
    ['with more than 100 points', { score: 100.5 }, 'EXAM_SCORE_OUT_OF_RANGE'],
    ['with fewer than none', { status: 'FAILED', score: -1 }, 'EXAM_SCORE_OUT_OF_RANGE'],
    ['passed below the national line', { score: 59.5 }, 'EXAM_SCORE_AGAINST_RESULT'],
    ['failed above it', { status: 'FAILED', score: 60 }, 'EXAM_SCORE_AGAINST_RESULT'],
    ['with a score of somebody who was absent', { status: 'ABSENT', score: 0 }, 'EXAM_SCORE_AGAINST_RESULT'],
    [
      'with a score of somebody who signed up',
      { status: 'REGISTERED', score: 70 },
      'EXAM_SCORE_AGAINST_RESULT',
    ],
  ] as const)('is refused %s', (_what, facts, code) => {
    expect(() => record(facts)).toThrow(refusal(code));
  });

  it('takes 60 and 100, less by a separate line, and a result whose score nobody knows', () => {
    for (const facts of [
      { score: 60 },
      { score: 100 },
      { score: 45, passLine: 'SEPARATE_LINE' },
      { score: null },
      { status: 'FAILED', score: 0 },
    ] as const) {
      expect(record(facts).events).toMatchObject([{ type: 'worker.fact-recorded', fact: 'EXAM_ATTEMPT' }]);
    }
  });

  it('is refused for the same paper twice, until the first is struck out', () => {
    const once = record({}).state;
    const [first] = once.examAttempts as [ExamAttempt];

    expect(() => record({}, once)).toThrow(refusal('EXAM_ATTEMPT_TAKEN'));
    expect(record({ subject: 'COMPREHENSIVE' }, once).state.examAttempts).toHaveLength(2);
    const struck = { ...once, examAttempts: [{ ...first, struck: { on: TODAY, reason: 'x' as never } }] };
    expect(record({}, struck).state.examAttempts).toHaveLength(2);
  });

  it('knows a sign-up from its first day on, and a result from the exam on', () => {
    expect(() => record({ status: 'REGISTERED', score: null }, aWorker(), day('2026-03-09'))).toThrow(
      refusal('EXAM_NOT_HELD_YET'),
    );
    const signedUp = record({ status: 'REGISTERED', score: null }, aWorker(), day('2026-03-10')).state;
    const [{ id }] = signedUp.examAttempts as [ExamAttempt];
    const passed = { status: 'PASSED', score: 70, passLine: null } as const;

    expect(() => recordResult(signedUp, id, passed, day('2026-05-23'))).toThrow(refusal('EXAM_NOT_HELD_YET'));
    const { state } = recordResult(signedUp, id, passed, day('2026-05-24'));
    expect(state.examAttempts).toMatchObject([{ status: 'PASSED', score: 70, passLine: 'NATIONAL' }]);
  });

  it('lets nothing follow a result but that it was taken back', () => {
    const worker = record({}).state;
    const [{ id }] = worker.examAttempts as [ExamAttempt];

    expect(() => recordResult(worker, id, { status: 'FAILED', score: 3, passLine: null }, TODAY)).toThrow(
      refusal('EXAM_ATTEMPT_DECIDED'),
    );
    const { state } = recordResult(worker, id, { status: 'VOID', score: null, passLine: null }, TODAY);
    expect(state.examAttempts).toMatchObject([{ status: 'VOID' }]);
  });
});

describe('what the papers come to', () => {
  const passed = (subject: ExamSubject, examYear: number, facts: Partial<ExamAttemptFacts> = {}) =>
    anAttempt({ level: 'SOCIAL_WORKER', subject, examYear, ...facts });
  const of = (examAttempts: readonly ExamAttempt[], level: ExamAttemptFacts['level'], today = TODAY) =>
    examProgress(aWorker({ examAttempts }), today).find((each) => each.level === level);

  it('is the assistant exam with both papers of one year, and not of two', () => {
    const practice = anAttempt({ examYear: 2025 });

    expect(
      of([practice, anAttempt({ subject: 'COMPREHENSIVE', examYear: 2025 })], 'ASSISTANT'),
    ).toMatchObject({
      complete: true,
      completedIn: 2025,
      passLine: 'NATIONAL',
      certificateHeld: false,
    });
    expect(of([practice, anAttempt({ subject: 'COMPREHENSIVE' })], 'ASSISTANT')).toMatchObject({
      complete: false,
      passed: [],
      missing: ['COMPREHENSIVE', 'PRACTICE'],
    });
  });

  it('is the middle exam with three papers within two years, and says what expires', () => {
    const two = [passed('COMPREHENSIVE', 2025), passed('PRACTICE', 2026)];

    expect(of(two, 'SOCIAL_WORKER', day('2026-07-01'))).toMatchObject({
      complete: false,
      passed: [
        { subject: 'COMPREHENSIVE', expiresAfter: 2026 },
        { subject: 'PRACTICE', expiresAfter: 2027 },
      ],
      missing: ['LAWS_AND_POLICIES'],
    });
    expect(of(two, 'SOCIAL_WORKER')?.missing).toEqual(['COMPREHENSIVE', 'LAWS_AND_POLICIES']);
    const third = passed('LAWS_AND_POLICIES', 2026, { passLine: 'SEPARATE_LINE', score: 50 });
    expect(of([...two, third], 'SOCIAL_WORKER')).toMatchObject({
      completedIn: 2026,
      passLine: 'SEPARATE_LINE',
    });
    expect(of([...two, passed('LAWS_AND_POLICIES', 2024)], 'SOCIAL_WORKER')?.complete).toBe(false);
  });

  it('counts no paper that was struck out, is looked into or taken back', () => {
    for (const facts of [{ status: 'VOID' }, { status: 'PENDING_REVIEW' }] as const) {
      expect(of([passed('PRACTICE', 2026, facts)], 'SOCIAL_WORKER')?.passed).toEqual([]);
    }
    const struck = { ...passed('PRACTICE', 2026), struck: { on: TODAY, reason: 'x' as never } };
    expect(of([struck], 'SOCIAL_WORKER')?.passed).toEqual([]);
  });

  it('is shown at the senior review for three years, and is no certificate', () => {
    const senior = anAttempt({ level: 'SENIOR', examYear: 2025 });

    expect(of([senior], 'SENIOR')).toMatchObject({ proofValidUntil: '2028-07-31', certificateHeld: false });
    const issued = aWorker({ examAttempts: [senior], qualifications: [aQualification({ level: 'SENIOR' })] });
    expect(examProgress(issued, TODAY).at(-1)).toMatchObject({ level: 'SENIOR', certificateHeld: true });
  });
});
