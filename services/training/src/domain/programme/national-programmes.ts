import { DEFAULT_PASS_SETTINGS, type ProgrammeProposal } from './programme.ts';

const ARTICLE = '《多地陆续出台方案 推进“牵手计划”落地实施》(本报记者 皮磊)';

const national = {
  organiser: '中国社会工作联合会',
  audience: 'RECIPIENT_STAFF',
  plannedHours: null,
  passSettings: DEFAULT_PASS_SETTINGS,
  source: ARTICLE,
} as const;

/** What every installation starts with: the three national trainings, and the training before a post. */
export const SEEDED_PROGRAMMES: readonly Omit<ProgrammeProposal, 'id'>[] = [
  {
    ...national,
    code: 'EXAM_PREP',
    kind: 'EXAM_PREP',
    name: '社工师考前培训',
    englishName: 'Preparation for the social-worker examination',
  },
  {
    ...national,
    code: 'NGO_MGMT_STARTUP',
    kind: 'NGO_MGMT_STARTUP',
    name: '社会组织运营管理(初创期)',
    englishName: 'Running a social organisation: the first years',
  },
  {
    ...national,
    code: 'NGO_MGMT_GROWTH',
    kind: 'NGO_MGMT_GROWTH',
    name: '社会组织运营管理(发展期)',
    englishName: 'Running a social organisation: growth',
  },
  {
    ...national,
    code: 'STATION_OPERATION',
    kind: 'STATION_OPERATION',
    name: '乡镇(街道)社工站运营实务',
    englishName: 'Running a township social-work station',
  },
  {
    ...national,
    code: 'PRE_JOB',
    kind: 'PRE_JOB',
    name: '岗前培训',
    englishName: 'Training before a post',
    organiser: '承接机构',
    audience: 'RESIDENTS',
  },
];
