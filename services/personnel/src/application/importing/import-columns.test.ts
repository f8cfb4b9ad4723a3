import { type Cells, type ImportColumn, oneOf, type Terms } from '@qianshou/kernel';
import { schemaLabels } from '@qianshou/testing/schema-labels';
import { describe, expect, it } from 'vitest';
import { EMPLOYMENT_COLUMNS, readEmploymentRow } from './employment-columns.ts';
import { EXAM_COLUMNS, readExamRow } from './exam-columns.ts';
import {
  EDUCATIONS,
  EMPLOYMENTS,
  LEVELS,
  MAJORS,
  PASS_LINES,
  RESULTS,
  ROLES,
  SUBJECTS,
} from './person-terms.ts';
import { POSTING_COLUMNS, readPostingRow } from './posting-columns.ts';
import { QUALIFICATION_COLUMNS, readQualificationRow } from './qualification-columns.ts';
import { readWorkerRow, WORKER_COLUMNS } from './worker-columns.ts';

function examplesOf(columns: readonly ImportColumn[]): Cells {
  return Object.fromEntries(columns.map(({ name, example }) => [name, example]));
}

const TABLES = [
  ['workers', WORKER_COLUMNS, readWorkerRow, { priorSocialWorkMonths: 0, localResident: true }],
  ['employments', EMPLOYMENT_COLUMNS, readEmploymentRow, { kind: 'FULL_TIME', employedTo: '2025-12-31' }],
  [
    'qualifications',
    QUALIFICATION_COLUMNS,
    readQualificationRow,
    { certificate: { level: 'ASSISTANT', validWithin: null, byExam: true } },
  ],
  ['exam results', EXAM_COLUMNS, readExamRow, { examYear: 2025, score: 68, status: 'PASSED' }],
  ['postings', POSTING_COLUMNS, readPostingRow, { role: 'RESIDENT', ended: { endedOn: '2025-06-30' } }],
] as const;

describe.each(TABLES)('the columns of %s', (_what, columns, read, meant) => {
  it('have examples that are a row', () => {
    expect(read(examplesOf(columns))).toMatchObject(meant);
  });

  it('hide who a person is', () => {
    const personal = columns.filter((column) => column.personal === true).map(({ name }) => name);

    expect(personal).toContain('idNumber');
  });
});

const SETS: readonly (readonly [type: string, terms: Terms<string>])[] = [
  ['EducationLevel', EDUCATIONS],
  ['Major', MAJORS],
  ['QualificationLevel', LEVELS],
  ['PassLine', PASS_LINES],
  ['ExamSubject', SUBJECTS],
  ['ExamAttemptStatus', RESULTS],
  ['EmploymentKind', EMPLOYMENTS],
  ['PostingRole', ROLES],
];

describe.each(SETS)('a cell of %s', (type, terms) => {
  it('takes every value by its identifier and by its label in both languages', () => {
    const values = schemaLabels('personnel', type);

    expect(values.length).toBe(Object.keys(terms).length);
    for (const { value, labels } of values)
      for (const written of [value, ...labels])
        expect([written, oneOf(terms)(written, 'x')]).toEqual([written, value]);
  });
});
