import type { PutRightTable } from '@qianshou/kernel';

/** What of this service can be struck out or corrected, by whom, and what follows; docs/corrections.md shows it. */
export const trainingPutRight: PutRightTable = {
  facts: [
    {
      fact: { en: 'Certificate of a training', zh: '结业证' },
      aggregate: 'certificate',
      strike: 'cancelTrainingCertificate',
      correct: null,
      reason: { en: 'It follows its result, which is corrected.', zh: '随成绩更正。' },
      office: 'AGENCY_MANAGER',
      follows: { en: 'Hours that were credited.', zh: '已计学时。' },
    },
    {
      fact: { en: 'Result and attendance', zh: '成绩与考勤' },
      aggregate: 'enrolment',
      strike: 'strikeResult',
      correct: 'correctResult',
      office: 'AGENCY_MANAGER',
      follows: { en: 'Certificate, hours, postings that wait.', zh: '结业证、学时、待上岗派驻。' },
    },
    {
      fact: { en: 'Attendance at a session', zh: '授课出勤' },
      aggregate: 'enrolment',
      strike: null,
      correct: 'correctSessionAttendance',
      reason: { en: 'Nobody was there: it is corrected to absent.', zh: '未出勤的更正为缺勤。' },
      office: 'AGENCY_MANAGER',
      follows: { en: 'Hours attended.', zh: '累计出勤学时。' },
    },
    {
      fact: { en: 'Outcome of the examination', zh: '考试结果' },
      aggregate: 'exam-outcome',
      strike: 'strikeExamOutcome',
      correct: 'correctExamOutcome',
      office: 'SOCIAL_WORKER',
      follows: { en: 'Pass rates of class and region.', zh: '班次及区划考试通过率。' },
    },
    {
      fact: { en: 'Supervision of a station', zh: '督导' },
      aggregate: 'supervision',
      strike: 'strikeSupervision',
      correct: 'correctSupervision',
      office: 'GUIDANCE_CENTRE',
      follows: { en: 'What is due and overdue, figures.', zh: '应督导与逾期清单、统计。' },
    },
    {
      fact: { en: 'Session of a class', zh: '授课场次' },
      aggregate: 'session',
      strike: 'strikeTrainingSession',
      correct: 'correctTrainingSession',
      office: 'AGENCY_MANAGER',
      follows: { en: 'Hours attended by those who were there.', zh: '参加人员的出勤学时。' },
    },
    {
      fact: { en: 'Class', zh: '班次' },
      aggregate: 'class',
      strike: null,
      correct: 'correctTrainingClass',
      reason: { en: 'One that is never held is cancelled.', zh: '未举办的班次予以取消。' },
      office: 'AGENCY_MANAGER',
      follows: { en: 'Its enrolments.', zh: '报名。' },
    },
    {
      fact: { en: 'Programme', zh: '培训项目' },
      aggregate: 'programme',
      strike: null,
      correct: null,
      reason: { en: 'It is revised, or closed.', zh: '予以变更或关闭。' },
      office: 'COUNTY_CIVIL_AFFAIRS',
      follows: { en: 'Its classes.', zh: '班次。' },
    },
  ],
  nothing: [
    {
      aggregate: 'credited-hours',
      because: {
        en: 'They are a sum of certificates, which are put right.',
        zh: '由结业证汇总而成，随结业证更正。',
      },
    },
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
