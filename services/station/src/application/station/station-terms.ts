import { termIn, type Terms, termsIn } from '@qianshou/kernel';
import type { Have, Mechanism, Regime } from '../../domain/reference/haves.ts';
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

export const DOCUMENT_SUBJECTS: Terms<Regime | Mechanism> = {
  PERSONNEL: ['人员管理', 'Personnel'],
  FINANCE: ['财务管理', 'Finance'],
  PROJECT: ['项目管理', 'Projects'],
  VOLUNTEER: ['志愿服务管理', 'Volunteers'],
  SAFETY: ['安全管理', 'Safety'],
  ARCHIVE: ['档案管理', 'Archives'],
  SERVICE_PLEDGE: ['服务承诺', 'Service pledge'],
  COMPLAINT: ['投诉', 'Complaints'],
  SUPERVISION: ['督导', 'Supervision'],
  EVALUATION: ['评估', 'Evaluation'],
};

export const DOCUMENT_SUBJECT = termsIn(DOCUMENT_SUBJECTS, {
  PERSONNEL: ['人员管理制度'],
  FINANCE: ['财务管理制度'],
  PROJECT: ['项目管理制度'],
  VOLUNTEER: ['志愿服务管理制度', '志愿者管理'],
  SAFETY: ['安全管理制度'],
  ARCHIVE: ['档案管理制度'],
  SERVICE_PLEDGE: ['服务承诺机制'],
  COMPLAINT: ['投诉机制', '投诉处理'],
  SUPERVISION: ['督导机制'],
  EVALUATION: ['评估机制'],
});
