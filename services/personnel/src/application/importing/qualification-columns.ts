import {
  type Cells,
  CODE,
  DAY,
  dayOf,
  ifGiven,
  type ImportColumn,
  line,
  oneOf,
  regionCode,
  required,
  YES_OR_NO,
  yesOrNo,
} from '@qianshou/kernel';
import type { Certificate } from '../../domain/worker/qualification.ts';
import { PERSON_COLUMNS, type PersonRow, readPerson } from './person-columns.ts';
import { LEVEL, LEVELS, PASS_LINE, PASS_LINES } from './person-terms.ts';

export interface QualificationRow extends PersonRow {
  readonly certificate: Omit<Certificate, 'certificateKey'>;
}

export const QUALIFICATION_COLUMNS: readonly ImportColumn[] = [
  ...PERSON_COLUMNS,
  {
    name: 'level',
    reads: LEVEL,
    zh: '资格级别',
    required: true,
    example: '助理社会工作师',
    about: { en: 'Level of the certificate', zh: '助理社会工作师、社会工作师、高级社会工作师' },
  },
  {
    name: 'certificateNo',
    reads: CODE,
    zh: '证书编号',
    required: true,
    personal: true,
    example: 'DEMO-2025-0001',
    about: {
      en: 'Number of the certificate; with the person the natural key; compared without case, width and spaces',
      zh: '证书编号;与人员共同作为唯一键,比较时不区分大小写、全半角和空格',
    },
  },
  {
    name: 'obtainedOn',
    reads: DAY,
    zh: '取得日期',
    required: true,
    example: '2025-08-01',
    about: { en: 'Day on which it was obtained', zh: '取得证书的日期' },
  },
  {
    name: 'passLine',
    reads: PASS_LINE,
    zh: '合格线类别',
    required: false,
    example: '全国合格线',
    about: { en: 'Empty: the national line', zh: '全国合格线或单独划线;空白为全国合格线' },
  },
  {
    name: 'validWithin',
    reads: CODE,
    zh: '单独划线有效区域代码',
    required: false,
    example: '',
    about: { en: 'Area of a separate line (PER-13)', zh: '单独划线证书的有效区域代码' },
  },
  {
    name: 'byExam',
    reads: YES_OR_NO,
    zh: '是否考试取得',
    required: false,
    example: '是',
    about: { en: 'Whether by exam; empty: yes', zh: '是否通过考试取得;空白为是' },
  },
];

export function readQualificationRow(cells: Cells): QualificationRow {
  return {
    person: readPerson(cells),
    certificate: {
      level: oneOf(LEVELS)(required(cells, 'level'), 'level'),
      certificateNo: line(required(cells, 'certificateNo'), 'certificateNo', 50),
      obtainedOn: dayOf(required(cells, 'obtainedOn'), 'obtainedOn'),
      passLine: ifGiven(cells, 'passLine', oneOf(PASS_LINES)) ?? 'NATIONAL',
      validWithin: ifGiven(cells, 'validWithin', regionCode),
      byExam: ifGiven(cells, 'byExam', yesOrNo) ?? true,
    },
  };
}
