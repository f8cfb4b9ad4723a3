import { code, count, type Dataset, day, flag, id, lookUp, name, personal, region } from './dataset.ts';

const COUNTY = region('County', '所在县');
const LEVELS = ['ASSISTANT', 'SOCIAL_WORKER', 'SENIOR'];
const KINDS = [
  'EXAM_PREP',
  'NGO_MGMT_STARTUP',
  'NGO_MGMT_GROWTH',
  'STATION_OPERATION',
  'PRE_JOB',
  'CONTINUING_EDUCATION',
  'THEMATIC',
];

export const worker: Dataset = {
  name: 'worker',
  en: 'Social workers',
  zh: '社会工作者',
  about: {
    en: 'A social worker under an id of insight’s own: no name, no number, no year of birth.',
    zh: '一名社会工作者(本服务自有编号,不含姓名、证件号和出生年)',
  },
  place: 'countyCode',
  scope: 'COUNTY',
  fields: {
    countyCode: COUNTY,
    employerAgencyId: id('Employer', '用人机构编号'),
    registeredOn: day('Registered on', '登记日期'),
    certified: flag('Certified', '持证'),
    level: code('Level of the certificate', '证书级别', LEVELS),
    localResident: personal(flag('Local resident', '本地户籍或常住')),
    employerName: lookUp(name('Name of the employer', '用人机构'), 'agency', 'employerAgencyId', 'name'),
  },
};

export const posting: Dataset = {
  name: 'posting',
  en: 'Postings',
  zh: '岗位',
  about: {
    en: 'A post of a worker at a station or a guidance centre.',
    zh: '一名社工在社工站或指导中心的一个岗位',
  },
  place: 'countyCode',
  scope: 'COUNTY',
  fields: {
    countyCode: COUNTY,
    stationId: id('Station', '社工站编号'),
    role: code('Role', '岗位', [
      'STATION_HEAD',
      'DEPUTY_HEAD',
      'RESIDENT',
      'CENTRE_WORKER',
      'SUPERVISOR',
      'DISPATCHED',
      'RECIPIENT_TRAINEE',
    ]),
    status: code('Status', '状态', ['DRAFTED', 'PROPOSED', 'ON_DUTY', 'ENDED']),
    standing: code('Standing by the two-year rule', '取证情况', [
      'CERTIFIED',
      'UNCERTIFIED',
      'DEADLINE_NEAR',
      'OVERDUE',
      'NOT_REQUIRED',
    ]),
    operatorAgencyId: id('Operator', '承接机构编号'),
    startsOn: day('Planned start', '拟上岗日期'),
    startedOn: day('On duty since', '上岗日期'),
    endedOn: day('Ended on', '离岗日期'),
    deadline: day('Certificate deadline', '取证期限'),
    resigned: flag('Ended by resignation', '本人辞职'),
    leaveFrom: personal(day('Latest leave from', '最近请假起始')),
    leaveTo: personal(day('Latest leave up to', '最近请假截至')),
    workerKey: id('Worker, under insight’s own id', '社工编号(本服务自有)'),
    workerCertified: lookUp(flag('The worker is certified', '社工持证'), 'worker', 'workerKey', 'certified'),
    workerLevel: lookUp(
      code('Level of the worker’s certificate', '社工证书级别', LEVELS),
      'worker',
      'workerKey',
      'level',
    ),
    townshipCode: lookUp(
      region('Township-level unit of the station', '社工站所在乡级区划'),
      'station',
      'stationId',
      'townshipCode',
    ),
  },
};

export const recruitment: Dataset = {
  name: 'recruitment',
  en: 'Recruitments',
  zh: '招录公告',
  about: {
    en: 'A notice by which residents of a station are recruited; numbers alone.',
    zh: '一次驻站社工招录(仅人数)',
  },
  place: 'townshipCode',
  scope: 'TOWNSHIP',
  fields: {
    townshipCode: region('Township-level unit', '乡级区划'),
    status: code('Status', '状态', ['OPEN', 'CLOSED', 'ANNOUNCED', 'CONCLUDED', 'CANCELLED']),
    stationId: id('Station', '社工站编号'),
    operatorAgencyId: id('Operator', '承接机构编号'),
    openedOn: day('Opened on', '发布日期'),
    closesOn: day('Applications up to', '报名截止'),
    posts: count('Posts', '招录人数', 'persons'),
    applicants: count('Applicants', '报名人数', 'persons'),
    taken: count('Taken', '拟录用人数', 'persons'),
  },
};

export const trainingClass: Dataset = {
  name: 'trainingClass',
  en: 'Classes',
  zh: '培训班',
  about: { en: 'A class of a training.', zh: '一期培训班' },
  place: 'regionCode',
  scope: 'REGION',
  entity: 'TrainingClass',
  fields: {
    regionCode: region('Region', '所属区划'),
    kind: code('Kind of training', '培训类别', KINDS),
    status: code('Status', '状态', [
      'PLANNED',
      'OPEN',
      'FULL',
      'IN_PROGRESS',
      'ASSESSED',
      'CLOSED',
      'INTERRUPTED',
      'CANCELLED',
    ]),
    organiserAgencyId: id('Organiser', '组织机构编号'),
    startsOn: day('Starts on', '开班日期'),
    endsOn: day('Ends on', '结束日期'),
    seats: count('Seats', '计划人数', 'persons'),
    hours: count('Hours', '学时', 'hours'),
    passed: count('Passed', '合格人数', 'persons'),
    failed: count('Failed', '不合格人数', 'persons'),
    absent: count('Absent', '缺勤人数', 'persons'),
    organiserName: lookUp(name('Name of the organiser', '组织机构'), 'agency', 'organiserAgencyId', 'name'),
  },
};

export const enrolment: Dataset = {
  name: 'enrolment',
  en: 'Enrolments',
  zh: '参训记录',
  about: { en: 'A worker’s place in a class.', zh: '一名社工在一期培训班的报名' },
  place: 'regionCode',
  scope: 'REGION',
  fields: {
    regionCode: region('Region of the class', '培训班所属区划'),
    classId: id('Class', '培训班编号'),
    workerKey: id('Worker, under insight’s own id', '社工编号(本服务自有)'),
    kind: code('Kind of training', '培训类别', KINDS),
    status: code('Status', '状态', [
      'OFFERED',
      'WAITING',
      'SEATED',
      'PASSED',
      'FAILED',
      'ABSENT',
      'WITHDRAWN',
      'LAPSED',
      'INTERRUPTED',
    ]),
    enrolledOn: day('Enrolled on', '报名日期'),
    attendedHours: count('Hours attended', '出勤学时', 'hours'),
    passedOn: day('Passed on', '合格日期'),
    workerCertified: lookUp(flag('The worker is certified', '社工持证'), 'worker', 'workerKey', 'certified'),
    workerCountyCode: lookUp(
      region('County of the worker', '社工所在县'),
      'worker',
      'workerKey',
      'countyCode',
    ),
  },
};

export const examOutcome: Dataset = {
  name: 'examOutcome',
  en: 'Examination outcomes',
  zh: '考试结果',
  about: { en: 'How a participant did in the examination of a year.', zh: '一名学员某年度考试结果' },
  place: 'regionCode',
  scope: 'REGION',
  fields: {
    regionCode: region('Region of the class', '培训班所属区划'),
    workerKey: id('Worker, under insight’s own id', '社工编号(本服务自有)'),
    examYear: count('Year of the examination', '考试年度', 'pieces'),
    level: code('Level', '级别', LEVELS),
    sat: flag('Sat the examination', '参考'),
    passed: flag('Passed', '通过'),
  },
};
