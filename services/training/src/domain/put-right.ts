import type { PutRightTable } from '@qianshou/kernel';

/** Nobody has built it: it is no rule. */
const NOT_YET = { en: 'Cannot be put right yet.', zh: '尚不支持更正。' };

/** What of this service can be struck out or corrected, by whom, and what follows; docs/corrections.md shows it. */
export const trainingPutRight: PutRightTable = {
  facts: [
    {
      fact: { en: 'Certificate of a training', zh: '结业证' },
      aggregate: 'certificate',
      strike: 'cancelTrainingCertificate',
      correct: null,
      reason: NOT_YET,
      office: 'AGENCY_MANAGER',
      follows: { en: 'Hours that were credited.', zh: '已计学时。' },
    },
    {
      fact: { en: 'Result and attendance', zh: '成绩与考勤' },
      aggregate: 'enrolment',
      strike: null,
      correct: null,
      reason: NOT_YET,
      office: 'AGENCY_MANAGER',
      follows: { en: 'Certificate, hours, postings that wait.', zh: '结业证、学时、待上岗派驻。' },
    },
    {
      fact: { en: 'Class', zh: '班次' },
      aggregate: 'class',
      strike: null,
      correct: null,
      reason: NOT_YET,
      office: 'AGENCY_MANAGER',
      follows: { en: 'Its enrolments.', zh: '报名。' },
    },
    {
      fact: { en: 'Programme', zh: '培训项目' },
      aggregate: 'programme',
      strike: null,
      correct: null,
      reason: NOT_YET,
      office: 'COUNTY_CIVIL_AFFAIRS',
      follows: { en: 'Its classes.', zh: '班次。' },
    },
  ],
  nothing: [
    {
      aggregate: 'import',
      because: {
        en: 'An import is a file that was applied; each row that it wrote is a fact of its own and is put right there.',
        zh: '导入仅是载体，所写入的每条记录各自更正。',
      },
    },
    {
      aggregate: 'audit-log',
      because: { en: 'Nothing may change it.', zh: '审计日志不得更改。' },
    },
  ],
};
