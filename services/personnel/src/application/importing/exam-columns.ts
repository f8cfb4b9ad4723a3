import {
  type Cells,
  decimalNumber,
  ifGiven,
  type ImportColumn,
  numberIn,
  oneOf,
  required,
  wholeNumber,
} from '@qianshou/kernel';
import type { ExamAttemptFacts } from '../../domain/worker/exam-attempt.ts';
import { PERSON_COLUMNS, type PersonRow, readPerson } from './person-columns.ts';
import { LEVEL, LEVELS, PASS_LINE, PASS_LINES, RESULT, RESULTS, SUBJECT, SUBJECTS } from './person-terms.ts';

export interface ExamRow extends PersonRow, ExamAttemptFacts {}

export const EXAM_COLUMNS: readonly ImportColumn[] = [
  ...PERSON_COLUMNS,
  {
    name: 'level',
    reads: LEVEL,
    zh: '考试级别',
    required: true,
    example: '助理社会工作师',
    about: { en: 'Level of the exam', zh: '助理社会工作师、社会工作师、高级社会工作师' },
  },
  {
    name: 'examYear',
    reads: numberIn('年度', '年'),
    zh: '考试年度',
    required: true,
    example: '2025',
    about: {
      en: 'Year of the exam; from 2008 on, SENIOR from 2019 on',
      zh: '考试年度;2008 年起,高级自 2019 年起',
    },
  },
  {
    name: 'subject',
    reads: SUBJECT,
    zh: '科目',
    required: true,
    example: '综合能力',
    about: {
      en: 'The paper; with person, level and year the natural key',
      zh: '综合能力、法规与政策、实务;与人员、级别、年度共同作为唯一键',
    },
  },
  {
    name: 'status',
    reads: RESULT,
    zh: '结果',
    required: true,
    example: '合格',
    about: { en: 'How it went', zh: '已报名、缺考、不合格、合格、待核查、成绩无效' },
  },
  {
    name: 'score',
    reads: numberIn('分'),
    zh: '成绩',
    required: false,
    example: '68',
    about: { en: 'Of 100; empty where there is none', zh: '百分制成绩;没有的留空' },
  },
  {
    name: 'passLine',
    reads: PASS_LINE,
    zh: '合格线类别',
    required: false,
    example: '全国合格线',
    about: { en: 'Empty: the national line', zh: '全国合格线或单独划线;空白为全国合格线' },
  },
];

export function readExamRow(cells: Cells): ExamRow {
  return {
    person: readPerson(cells),
    level: oneOf(LEVELS)(required(cells, 'level'), 'level'),
    examYear: wholeNumber(required(cells, 'examYear'), 'examYear'),
    subject: oneOf(SUBJECTS)(required(cells, 'subject'), 'subject'),
    status: oneOf(RESULTS)(required(cells, 'status'), 'status'),
    score: ifGiven(cells, 'score', decimalNumber),
    passLine: ifGiven(cells, 'passLine', oneOf(PASS_LINES)) ?? 'NATIONAL',
  };
}
