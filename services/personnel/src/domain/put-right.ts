import type { PutRightTable } from '@qianshou/kernel';

/** What of this service can be struck out or corrected, by whom, and what follows; docs/corrections.md shows it. */
export const personnelPutRight: PutRightTable = {
  facts: [
    {
      fact: { en: 'Degree', zh: '学历' },
      aggregate: 'worker',
      strike: 'strikeDegree',
      correct: 'correctDegree',
      office: 'AGENCY_MANAGER',
      follows: { en: 'Eligibility, clocks.', zh: '报考条件、取证期限。' },
    },
    {
      fact: { en: 'Period of social work', zh: '从业经历' },
      aggregate: 'worker',
      strike: 'strikeServicePeriod',
      correct: 'correctServicePeriod',
      office: 'AGENCY_MANAGER',
      follows: { en: 'Eligibility, clocks.', zh: '报考条件、取证期限。' },
    },
    {
      fact: { en: 'Employment', zh: '聘用' },
      aggregate: 'worker',
      strike: 'strikeEmployment',
      correct: 'correctEmployment',
      office: 'AGENCY_MANAGER',
      follows: { en: 'Who employs the person, copies.', zh: '用人机构及各服务副本。' },
    },
    {
      fact: { en: 'Paper of the exam', zh: '考试记录' },
      aggregate: 'worker',
      strike: 'strikeExamAttempt',
      correct: 'correctExamAttempt',
      office: 'AGENCY_MANAGER',
      follows: {
        en: 'What the papers come to, the clock of the senior review.',
        zh: '考试进度、高级评审期限。',
      },
    },
    {
      fact: { en: 'Registration of a certificate', zh: '证书登记' },
      aggregate: 'worker',
      strike: 'strikeRegistration',
      correct: 'correctRegistration',
      office: 'COUNTY_CIVIL_AFFAIRS',
      follows: {
        en: 'Periods, hours needed, standing (PER-12).',
        zh: '登记周期、应完成学时、登记状态(PER-12)。',
      },
    },
    {
      fact: { en: 'Qualification', zh: '职业资格' },
      aggregate: 'worker',
      strike: 'strikeQualification',
      correct: 'correctQualification',
      office: 'AGENCY_MANAGER',
      follows: {
        en: 'Level, posts, deadlines and what they had met, eligibility, figures, copies in pairing and training; once the bureau has decided on it, the bureau alone.',
        zh: '资格等级、任职、取证期限及已满足的要求、报考条件、统计及各服务副本；民政局已核验的仅由民政局更正。',
      },
    },
    {
      fact: { en: 'Facts of a worker', zh: '社工信息' },
      aggregate: 'worker',
      strike: null,
      correct: 'correctSocialWorker',
      reason: {
        en: 'Somebody who was entered twice is merged; nobody was entered who is not there.',
        zh: '重复登记的人员予以合并。',
      },
      office: 'AGENCY_MANAGER',
      follows: {
        en: 'Eligibility, deadlines, the county that keeps the person, copies in pairing, station and training.',
        zh: '报考条件、期限、登记县及结对、站点、培训服务副本。',
      },
    },
    {
      fact: { en: 'Recruitment notice', zh: '招录公告' },
      aggregate: 'recruitment-notice',
      strike: null,
      correct: 'correctRecruitment',
      reason: { en: 'It is cancelled in its own life.', zh: '可予取消。' },
      office: 'AGENCY_MANAGER',
      follows: { en: 'Posts and days of the notice.', zh: '名额与报名期限。' },
    },
    {
      fact: { en: 'Application for a post', zh: '报名信息' },
      aggregate: 'recruitment-notice',
      strike: null,
      correct: 'correctRecruitmentApplicant',
      reason: { en: 'It is withdrawn in its own life.', zh: '可放弃报名。' },
      office: 'AGENCY_MANAGER',
      follows: { en: 'The ranking.', zh: '排序。' },
    },
    {
      fact: { en: 'Posting', zh: '派驻' },
      aggregate: 'posting',
      strike: 'strikePosting',
      correct: 'correctPosting',
      office: 'AGENCY_MANAGER',
      follows: {
        en: 'Staff of the station, seats on its days, deadlines here and on later posts.',
        zh: '站点人员、相关日期的岗位占用、本岗及后续岗位的取证期限。',
      },
    },
    {
      fact: { en: 'Leave', zh: '请假' },
      aggregate: 'posting',
      strike: 'strikePostingLeave',
      correct: 'correctPostingLeave',
      office: 'AGENCY_MANAGER',
      follows: { en: 'The days of whoever stands in.', zh: '顶岗人员的期限。' },
    },
  ],
  nothing: [
    {
      aggregate: 'identity-case',
      because: { en: 'It is settled by the bureau that keeps the person.', zh: '由管理该人员的民政局裁定。' },
    },
    {
      aggregate: 'renewal-decision',
      because: {
        en: 'A decision stands as it was taken; what followed of it is put right on the posting.',
        zh: '决定存档不改,其后果在任职记录中更正。',
      },
    },
    {
      aggregate: 'worker-transfer-request',
      because: {
        en: 'It lapses by itself after its days; another is made.',
        zh: '逾期自行失效,可重新申请。',
      },
    },
    {
      aggregate: 'worker-transfer-question',
      because: {
        en: 'A person who was let go by mistake is asked for by their county in the same way.',
        zh: '误同意调出的,由原县按同样方式申请调回。',
      },
    },
    {
      aggregate: 'clocks',
      because: {
        en: 'They follow from certificates, registrations and hours, which are put right.',
        zh: '随证书、登记和学时变化,相应事项各自更正。',
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
