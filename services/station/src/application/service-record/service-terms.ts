import { termIn, type Terms, termsIn } from '@qianshou/kernel';
import type {
  BeneficiaryGroup,
  ServiceMethod,
  ServicePartner,
} from '../../domain/reference/service-values.ts';

/** The Chinese label first, the English one last. */
export const METHODS: Terms<ServiceMethod> = {
  CASE: ['个案', 'Case work'],
  GROUP: ['小组', 'Group work'],
  COMMUNITY: ['社区', 'Community work'],
};

export const METHOD = termIn(METHODS, {
  CASE: ['个案工作', '个案服务'],
  GROUP: ['小组工作', '小组服务'],
  COMMUNITY: ['社区工作', '社区活动', '社区服务'],
});

export const GROUPS: Terms<BeneficiaryGroup> = {
  SUBSISTENCE_ALLOWANCE: ['低保对象', 'People on subsistence allowance'],
  EXTREME_POVERTY_HOME: ['分散供养特困人员', 'People in extreme poverty supported at home'],
  DISABLED: ['残疾人', 'Disabled people'],
  LEFT_BEHIND_ELDERLY: ['留守老人', 'Elderly left behind'],
  WIDOWED_ELDERLY: ['孤寡老人', 'Widowed elderly'],
  LONE_ELDERLY: ['独居老人', 'Elderly living alone'],
  EXTREME_POVERTY_ELDERLY: ['特困老人', 'Elderly in extreme poverty'],
  ORPHAN: ['孤儿', 'Orphans'],
  DE_FACTO_UNSUPPORTED_CHILD: ['事实无人抚养儿童', 'Children without de facto support'],
  LEFT_BEHIND_CHILD: ['农村留守儿童', 'Rural children left behind'],
  CHILD_IN_NEED: ['困境儿童', 'Children in need'],
  MENTAL_DISORDER: ['精神障碍者', 'People with mental disorders'],
  RESIDENTS: ['一般居民', 'Residents in general'],
  ELDERLY: ['一般老年人', 'Elderly in general'],
  PUPILS: ['一般学生', 'Pupils in general'],
};

export const GROUP = termIn(GROUPS, {
  SUBSISTENCE_ALLOWANCE: ['低保', '低保户', '低保人员'],
  EXTREME_POVERTY_HOME: ['分散特困', '特困人员', '分散供养'],
  DISABLED: ['残疾', '残障人士', '残疾人士'],
  LONE_ELDERLY: ['独居'],
  LEFT_BEHIND_CHILD: ['留守儿童'],
  DE_FACTO_UNSUPPORTED_CHILD: ['事实孤儿'],
  MENTAL_DISORDER: ['精神障碍', '精神障碍患者'],
  RESIDENTS: ['居民', '普通居民', '社区居民', '村民', '群众'],
  ELDERLY: ['老年人', '老人', '普通老人', '普通老年人'],
  PUPILS: ['学生', '中小学生', '小学生', '普通学生'],
});

export const PARTNERS: Terms<ServicePartner> = {
  COMMUNITY: ['社区', 'The community'],
  SOCIAL_ORGANISATION: ['社会组织', 'Social organisations'],
  SOCIAL_WORKER: ['社会工作者', '社工', 'Social workers'],
  VOLUNTEER: ['社区志愿者', '志愿者', 'Community volunteers'],
  CHARITY_RESOURCE: ['社会慈善资源', '慈善资源', 'Charitable resources of society'],
};

export const PARTNER = termsIn(PARTNERS, { VOLUNTEER: ['义工'] });
