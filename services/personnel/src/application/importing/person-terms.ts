import { termIn, type Terms } from '@qianshou/kernel';
import type { EducationLevel, Major, QualificationLevel } from '../../domain/worker/levels.ts';
import type { EmploymentKind } from '../../domain/worker/employment.ts';
import type { ExamAttemptStatus, ExamSubject } from '../../domain/worker/exam-attempt.ts';
import type { PassLine } from '../../domain/worker/qualification.ts';
import type { PostingRole } from '../../domain/reference/workplace.ts';

/** The Chinese label first, the English one last. */
export const EDUCATIONS: Terms<EducationLevel> = {
  HIGH_SCHOOL: ['高中或中专', 'High school or vocational secondary school'],
  JUNIOR_COLLEGE: ['大专', 'Junior college'],
  BACHELOR: ['本科', 'Bachelor'],
  MASTER: ['硕士', 'Master'],
  DOCTOR: ['博士', 'Doctor'],
};

export const EDUCATION = termIn(EDUCATIONS, {
  HIGH_SCHOOL: ['高中', '中专', '高中/中专', '职高', '技校'],
  JUNIOR_COLLEGE: ['专科', '大学专科', '高职'],
  BACHELOR: ['大学本科', '大学', '学士'],
  MASTER: ['硕士研究生', '研究生'],
  DOCTOR: ['博士研究生'],
});

export const MAJORS: Terms<Major> = {
  SOCIAL_WORK: ['社会工作', 'Social work'],
  SOCIOLOGY: ['社会学', 'Sociology'],
  LAW: ['法学', 'Law'],
  PSYCHOLOGY: ['心理学', 'Psychology'],
  OTHER: ['其他', 'Any other'],
};

export const MAJOR = termIn(MAJORS, {
  SOCIAL_WORK: ['社会工作专业', '社工'],
  LAW: ['法律'],
  PSYCHOLOGY: ['应用心理学'],
  OTHER: ['其它', '其他专业'],
});

export const LEVELS: Terms<QualificationLevel> = {
  ASSISTANT: ['助理社会工作师', 'Assistant social worker'],
  SOCIAL_WORKER: ['社会工作师', 'Social worker'],
  SENIOR: ['高级社会工作师', 'Senior social worker'],
};

export const LEVEL = termIn(LEVELS, {
  ASSISTANT: ['助理社工师', '助理', '初级'],
  SOCIAL_WORKER: ['社工师', '中级'],
  SENIOR: ['高级社工师', '高级'],
});

export const PASS_LINES: Terms<PassLine> = {
  NATIONAL: ['全国合格线', 'The national line'],
  SEPARATE_LINE: ['单独划线', 'A separate line'],
};

export const PASS_LINE = termIn(PASS_LINES, { NATIONAL: ['全国', '国家线', '全国线'] });

export const SUBJECTS: Terms<ExamSubject> = {
  COMPREHENSIVE: ['综合能力', 'Comprehensive ability, of the assistant and middle level'],
  LAWS_AND_POLICIES: ['法规与政策', 'Laws and policies, of the middle level'],
  PRACTICE: ['实务', 'Practice, of every level'],
};

export const SUBJECT = termIn(SUBJECTS, {
  COMPREHENSIVE: ['社会工作综合能力', '社会工作综合能力(初级)', '社会工作综合能力(中级)'],
  LAWS_AND_POLICIES: ['社会工作法规与政策', '法规政策'],
  PRACTICE: ['社会工作实务', '社会工作实务(初级)', '社会工作实务(中级)', '社会工作实务(高级)'],
});

export const RESULTS: Terms<ExamAttemptStatus> = {
  REGISTERED: ['已报名', 'Signed up'],
  ABSENT: ['缺考', 'Was not there'],
  FAILED: ['不合格', 'Failed'],
  PASSED: ['合格', 'Passed'],
  PENDING_REVIEW: ['待核查', 'The office looks into it: counts for nothing yet'],
  VOID: ['成绩无效', 'The office took it back'],
};

export const RESULT = termIn(RESULTS, {
  REGISTERED: ['报名'],
  ABSENT: ['未参加', '缺席'],
  FAILED: ['未通过', '未合格', '不通过'],
  PASSED: ['通过'],
  VOID: ['无效', '违纪'],
});

export const EMPLOYMENTS: Terms<EmploymentKind> = {
  FULL_TIME: ['全职', 'Full time'],
  PART_TIME: ['兼职', 'Part time'],
  RETIREE: ['退休返聘', 'Beside a pension'],
};

export const EMPLOYMENT = termIn(EMPLOYMENTS, { FULL_TIME: ['专职'], RETIREE: ['返聘'] });

export const ROLES: Terms<PostingRole> = {
  STATION_HEAD: ['站长', "Head of a station, the director of the township's civil affairs office"],
  DEPUTY_HEAD: ['副站长', 'Deputy head, sent by the operator'],
  RESIDENT: ['驻站社工', 'Resident worker of a station'],
  CENTRE_WORKER: ['指导中心社工', 'Professional worker of a guidance centre'],
};

export const ROLE = termIn(ROLES, { RESIDENT: ['驻站', '社工'], CENTRE_WORKER: ['中心社工'] });
