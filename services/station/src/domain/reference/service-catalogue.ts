import { serviceUnknown } from './errors.ts';
import type { BeneficiaryGroup, ServiceDomain, ServiceMethod } from './service-values.ts';

/** One thing that a station does, for whom and how. */
export interface CatalogueService {
  readonly code: string;
  readonly domain: ServiceDomain;
  readonly zh: string;
  readonly en: string;
  /** Whom it is for; empty where it is for everybody. */
  readonly groups: readonly BeneficiaryGroup[];
  readonly methods: readonly ServiceMethod[];
}

type Row = readonly [code: string, zh: string, en: string, methods: readonly ServiceMethod[]];

const ASSIST: readonly BeneficiaryGroup[] = [
  'SUBSISTENCE_ALLOWANCE',
  'EXTREME_POVERTY_HOME',
  'DISABLED',
  'EXTREME_POVERTY_ELDERLY',
];
const ELDERLY: readonly BeneficiaryGroup[] = [
  'LEFT_BEHIND_ELDERLY',
  'WIDOWED_ELDERLY',
  'LONE_ELDERLY',
  'EXTREME_POVERTY_ELDERLY',
  'ELDERLY',
];
const CHILDREN: readonly BeneficiaryGroup[] = [
  'ORPHAN',
  'DE_FACTO_UNSUPPORTED_CHILD',
  'LEFT_BEHIND_CHILD',
  'CHILD_IN_NEED',
  'PUPILS',
];
const AFFAIRS: readonly BeneficiaryGroup[] = ['DISABLED', 'MENTAL_DISORDER'];
/** No group in particular: anybody is served. */
const EVERYBODY: readonly BeneficiaryGroup[] = [];

/** What the article says that stations do, as data: a service more is a row more. */
export const SERVICE_CATALOGUE: readonly CatalogueService[] = [
  // Whom the survey will find, nobody knows before it: these three are for everybody.
  ...offered('SOCIAL_ASSISTANCE', EVERYBODY, [
    ['ASSISTANCE_POLICY_PUBLICITY', '政策宣传', 'Policy publicity', ['CASE', 'COMMUNITY']],
    ['ASSISTANCE_FINDING', '救助对象发现', 'Finding people in need', ['CASE', 'COMMUNITY']],
    ['ASSISTANCE_HOUSEHOLD_SURVEY', '入户调查', 'Household survey', ['CASE']],
  ]),
  ...offered('SOCIAL_ASSISTANCE', ASSIST, [
    ['ASSISTANCE_FILING', '建档', 'Filing', ['CASE']],
    ['ASSISTANCE_NEEDS_ANALYSIS', '需求分析', 'Needs analysis', ['CASE']],
    ['ASSISTANCE_COUNSELLING', '心理疏导', 'Counselling', ['CASE', 'GROUP']],
    ['ASSISTANCE_CARE', '照料护理', 'Care', ['CASE']],
    ['ASSISTANCE_RESOURCE_LINKING', '资源链接', 'Resource linking', ['CASE', 'GROUP', 'COMMUNITY']],
    ['ASSISTANCE_CAPABILITY', '能力提升', 'Capability building', ['CASE', 'GROUP']],
    ['ASSISTANCE_INTEGRATION', '社会融入', 'Social integration', ['CASE', 'GROUP', 'COMMUNITY']],
  ]),
  ...offered('ELDERLY_CARE', ELDERLY, [
    ['ELDERLY_HOME_VISIT', '居家探访', 'Home visits', ['CASE']],
    ['ELDERLY_HEALTH', '健康服务', 'Health service', ['CASE', 'GROUP', 'COMMUNITY']],
    ['ELDERLY_COMFORT', '精神慰藉', 'Comfort', ['CASE', 'GROUP']],
    ['ELDERLY_CRISIS_INTERVENTION', '危机干预', 'Crisis intervention', ['CASE']],
    ['ELDERLY_SUPPORT_NETWORK', '支持网络建设', 'Support networks', ['CASE', 'GROUP', 'COMMUNITY']],
    ['ELDERLY_PARTICIPATION', '社区参与', 'Community participation', ['GROUP', 'COMMUNITY']],
    ['ELDERLY_RIGHTS', '权益维护', 'Rights protection', ['CASE', 'COMMUNITY']],
  ]),
  ...offered('CHILD_CARE', CHILDREN, [
    ['CHILD_VISIT', '走访摸排', 'Visits and checks', ['CASE', 'COMMUNITY']],
    ['CHILD_FAMILY_VISIT', '家庭探访', 'Family visits', ['CASE']],
    ['CHILD_PUBLICITY', '政策宣传', 'Publicity', ['CASE', 'GROUP', 'COMMUNITY']],
    ['CHILD_LEGAL_EDUCATION', '法治教育', 'Legal education', ['GROUP', 'COMMUNITY']],
    ['CHILD_GUARDIANSHIP_ASSESSMENT', '监护评估', 'Guardianship assessment', ['CASE']],
    ['CHILD_COMFORT', '精神关爱', 'Comfort', ['CASE', 'GROUP']],
    [
      'CHILD_SAFETY_AND_MENTAL_HEALTH',
      '安全与心理健康教育',
      'Safety and mental-health education',
      ['GROUP', 'COMMUNITY'],
    ],
    ['CHILD_FAMILY_EDUCATION', '家庭教育指导', 'Family-education guidance', ['CASE', 'GROUP']],
  ]),
  ...offered('GRASSROOTS_GOVERNANCE', EVERYBODY, [
    ['GOVERNANCE_FIVE_PARTNERS', '五社联动', 'Cooperation of the five partners', ['COMMUNITY']],
    ['GOVERNANCE_CONSULTATION', '引导居民协商', 'Guiding people in consultation', ['GROUP', 'COMMUNITY']],
    ['GOVERNANCE_CONFLICT_EASING', '矛盾化解', 'Conflict easing', ['CASE', 'GROUP', 'COMMUNITY']],
    ['GOVERNANCE_NETWORK_REPAIR', '支持网络修复', 'Support-network repair', ['CASE', 'GROUP', 'COMMUNITY']],
  ]),
  ...offered('SOCIAL_AFFAIRS', EVERYBODY, [
    ['AFFAIRS_MARRIAGE_COUNSELLING', '婚姻家庭辅导', 'Marriage and family counselling', ['CASE', 'GROUP']],
    ['AFFAIRS_CUSTOM_REFORM', '婚俗殡葬改革', 'Reform of marriage and funeral customs', ['COMMUNITY']],
  ]),
  ...offered('SOCIAL_AFFAIRS', AFFAIRS, [
    ['AFFAIRS_DISABLED_SURVEY', '残疾人家庭走访', 'Survey of families with disabled people', ['CASE']],
    ['AFFAIRS_DISABLED_NEEDS', '残疾人需求评估', 'Needs assessment of disabled people', ['CASE']],
    [
      'AFFAIRS_MENTAL_REHABILITATION',
      '精神障碍社区康复',
      'Community rehabilitation for mental disorders',
      ['CASE', 'GROUP', 'COMMUNITY'],
    ],
  ]),
  ...offered('TALENT_DEVELOPMENT', EVERYBODY, [
    ['TALENT_EXAM_MOBILISATION', '考证动员', 'Exam mobilisation', ['COMMUNITY', 'GROUP']],
    ['TALENT_TRAINING', '业务培训', 'Training', ['GROUP']],
    ['TALENT_PRACTICE', '实务提升', 'Practice improvement', ['CASE', 'GROUP']],
    [
      'TALENT_CERTIFICATE_COACHING',
      '两年取证辅导',
      'Coaching uncertified residents to pass within two years',
      ['CASE', 'GROUP'],
    ],
  ]),
];

const BY_CODE: ReadonlyMap<string, CatalogueService> = new Map(
  SERVICE_CATALOGUE.map((service) => [service.code, service]),
);
/** As the article calls them, where the catalogue has another word. */
const ALSO_CALLED: Readonly<Record<string, string>> = {
  对象排查: 'ASSISTANCE_FINDING',
  家境调查: 'ASSISTANCE_HOUSEHOLD_SURVEY',
  建档服务: 'ASSISTANCE_FILING',
  入户探访: 'ELDERLY_HOME_VISIT',
  社会支持网络建设: 'ELDERLY_SUPPORT_NETWORK',
  权益保障: 'ELDERLY_RIGHTS',
  走访核查: 'CHILD_VISIT',
  法制宣传: 'CHILD_LEGAL_EDUCATION',
  精神抚慰: 'CHILD_COMFORT',
  安全和心理健康教育: 'CHILD_SAFETY_AND_MENTAL_HEALTH',
  议事协商: 'GOVERNANCE_CONSULTATION',
  情绪引导: 'GOVERNANCE_CONFLICT_EASING',
  困难纾解: 'GOVERNANCE_CONFLICT_EASING',
  社会支持网络修复: 'GOVERNANCE_NETWORK_REPAIR',
  婚姻家庭咨询辅导: 'AFFAIRS_MARRIAGE_COUNSELLING',
  残疾人家庭排查: 'AFFAIRS_DISABLED_SURVEY',
  考试动员: 'TALENT_EXAM_MOBILISATION',
  实务能力提升: 'TALENT_PRACTICE',
};

const BY_NAME: ReadonlyMap<string, readonly CatalogueService[]> = new Map([
  ...Map.groupBy(SERVICE_CATALOGUE, ({ zh }) => zh),
  ...Map.groupBy(SERVICE_CATALOGUE, ({ en }) => en.toLowerCase()),
]);

export function serviceOf(code: string): CatalogueService {
  const service = BY_CODE.get(code);
  if (service === undefined) throw serviceUnknown({ field: 'service', code });
  return service;
}

/** By its code or its name in either language; of two of one name, the one that is for the group. */
export function serviceCalled(term: string, group: BeneficiaryGroup | null): CatalogueService {
  const called = BY_NAME.get(term.toLowerCase()) ?? [serviceOf(ALSO_CALLED[term] ?? term)];
  const meant = called.find(({ groups }) => group !== null && groups.includes(group));
  return meant ?? called[0] ?? serviceOf(term);
}

function offered(
  domain: ServiceDomain,
  groups: readonly BeneficiaryGroup[],
  rows: readonly Row[],
): readonly CatalogueService[] {
  return rows.map(([code, zh, en, methods]) => ({ code, domain, zh, en, groups, methods }));
}
