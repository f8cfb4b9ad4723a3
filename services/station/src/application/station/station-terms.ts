import { termIn, type Terms, termsIn } from '@qianshou/kernel';
import type { Have } from '../../domain/reference/haves.ts';
import type { OperationMode } from '../../domain/station/operation.ts';
import type { SiteSource } from '../../domain/station/site.ts';

/** The Chinese label first, the English one last. */
export const OPERATION_MODES: Terms<OperationMode> = {
  PURCHASED: ['政府购买服务', 'Government purchase of services'],
  DIRECT_HIRE: ['政府直接聘用', 'Staff hired by the government'],
  MIXED: ['混合', 'Both'],
};

export const OPERATION_MODE = termIn(OPERATION_MODES, {
  PURCHASED: ['政府购买', '购买服务', '购买'],
  DIRECT_HIRE: ['直接聘用', '政府聘用', '直聘'],
  MIXED: ['混合模式', '混合方式'],
});

export const SITE_SOURCES: Terms<SiteSource> = {
  CIVIL_AFFAIRS_OFFICE: ['民政办', 'Civil affairs office'],
  NGO_INCUBATOR: ['社会组织孵化基地', 'Incubation base of social organisations'],
  CIVILISATION_PRACTICE_CENTRE: ['新时代文明实践所', 'Civilisation practice centre of the new era'],
  OTHER: ['其他', 'Other premises'],
};

export const SITE_SOURCE = termIn(SITE_SOURCES, {
  CIVIL_AFFAIRS_OFFICE: ['民政办公室', '民政所'],
  NGO_INCUBATOR: ['孵化基地', '社会组织孵化中心'],
  CIVILISATION_PRACTICE_CENTRE: ['文明实践所', '新时代文明实践站'],
  OTHER: ['其它'],
});

export const HAVES: Terms<Have> = {
  SITE: ['有场地', 'Premises'],
  STAFF: ['有人员', 'People'],
  FUNCTION: ['有功能', 'Function: rooms to work in', 'Function'],
  REGIME: ['有制度', 'Regimes and mechanisms in writing'],
  ACTIVITY: ['有活动', 'Activities'],
  EQUIPMENT: ['有设备', 'Equipment'],
  WORKFLOW: ['有工作流程', 'Workflow'],
};

export const HAVE = termsIn(HAVES, {
  SITE: ['场地'],
  STAFF: ['人员'],
  FUNCTION: ['功能'],
  REGIME: ['制度'],
  ACTIVITY: ['活动'],
  EQUIPMENT: ['设备'],
  WORKFLOW: ['工作流程', '流程', '有流程'],
});
