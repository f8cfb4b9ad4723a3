import {
  type Actor,
  type ImportKind,
  importKind,
  knownRow,
  newRow,
  type RowDecision,
  type RowDifference,
} from '@qianshou/kernel';
import { examAttemptNotFound } from '../../domain/exam/errors.ts';
import { canHaveResult, examAttemptDecisions, recordResult } from '../../domain/exam/exam-attempts.ts';
import { canImport } from '../../domain/policy.ts';
import type { ExamAttempt, ExamAttemptStatus } from '../../domain/worker/exam-attempt.ts';
import { mayCertify } from '../../domain/worker/policy.ts';
import type { SocialWorker } from '../../domain/worker/social-worker.ts';
import { fresh, type Told } from '../qualification/life-entry.ts';
import { recountPosts } from '../qualification/settle-posts.ts';
import type { Ports } from '../ports.ts';
import { todayOf } from '../reference/today-of.ts';
import { EXAM_COLUMNS, type ExamRow, readExamRow } from './exam-columns.ts';
import { type People, peopleOf, personOf, saveEntries, withWorker } from './people.ts';
import { keyOfPerson } from './person-columns.ts';

interface Facts {
  readonly people: People;
}

const ROWS_AT_ONCE = 200;

/** Results as the office sends them, by county: papers of people on the books; who is not on them is listed, never created. */
export function importExamResults(ports: Ports): ImportKind {
  return importKind<ExamRow, Facts, Told, Told>({
    name: 'EXAM_RESULTS',
    columns: EXAM_COLUMNS,
    rowsAtOnce: ROWS_AT_ONCE,
    may: canImport,
    parse: readExamRow,
    keyOf: (row) => `${keyOfPerson(row)}/${row.level}/${row.examYear}/${row.subject}`,
    load: async (rows) => ({ people: await peopleOf(ports, rows) }),
    decide: (row, facts, actor) => decide(ports, row, facts, actor),
    after: withWorker,
    changedBy: { status: resultBy, score: firstBy, passLine: 'recordExamResult' },
    updates: {
      operations: ['recordExamResult'],
      decide: (row, { people }, { actor }) => result(ports, row, personOf(people, row.person, actor)),
    },
    save: (changes) => saveEntries(ports, changes, recountPosts),
  });
}

function resultBy({ stands }: RowDifference): string {
  const open = stands !== null && canHaveResult({ status: stands as ExamAttemptStatus });
  return open ? 'recordExamResult' : 'correctExamAttempt';
}

function firstBy({ stands }: RowDifference): string {
  return stands === null ? 'recordExamResult' : 'correctExamAttempt';
}

function decide(ports: Ports, row: ExamRow, { people }: Facts, actor: Actor): RowDecision<Told> {
  const { person, ...attempt } = row;
  const worker = personOf(people, person, actor);
  mayCertify(actor, worker);
  const known = standing(worker, row);
  if (known !== undefined) return knownRow(compared(row, known));
  const entry = { id: ports.newId('exa'), ...attempt, ...fresh(ports, worker, actor) };
  return newRow(examAttemptDecisions.record(worker, entry, todayOf(ports)));
}

function standing({ examAttempts }: SocialWorker, row: ExamRow): ExamAttempt | undefined {
  const { level, examYear, subject } = row;
  return examAttempts.find(
    (each) =>
      each.struck === null && each.level === level && each.examYear === examYear && each.subject === subject,
  );
}

function compared(row: ExamRow, known: ExamAttempt) {
  const score = known.score === null ? null : String(known.score);
  return {
    status: [row.status, known.status],
    score: [row.score === null ? null : String(row.score), score],
    passLine: [row.passLine, known.passLine],
  } as const;
}

function result(ports: Ports, row: ExamRow, worker: SocialWorker): Told {
  const known = standing(worker, row);
  if (known === undefined) throw examAttemptNotFound({ id: worker.id });
  const { status, score, passLine } = row;
  return recordResult(worker, known.id, { status, score, passLine }, todayOf(ports));
}
