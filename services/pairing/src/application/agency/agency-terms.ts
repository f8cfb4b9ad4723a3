import { termIn, type Terms } from '@qianshou/kernel';
import type { EvaluationGrade, LegalForm } from '../../domain/agency/agency-capability.ts';

/** The Chinese label first, the English one last. */
export const LEGAL_FORMS: Terms<LegalForm> = {
  SOCIAL_SERVICE_ORGANISATION: [
    '社会服务机构',
    '民办非企业单位',
    '社会服务机构/民办非企业单位',
    'Private non-enterprise unit',
  ],
  SOCIAL_ASSOCIATION: ['社会团体', 'Association'],
  FOUNDATION: ['基金会', 'Foundation'],
  PUBLIC_INSTITUTION: [
    '事业单位',
    "Public institution, such as a county's own service centre",
    'Public institution',
  ],
  COMPANY: ['企业', 'Company'],
};

export const LEGAL_FORM = termIn(LEGAL_FORMS, {
  SOCIAL_SERVICE_ORGANISATION: ['民非', '民非企业', '民办非企业', '民非单位', '民办非企业(法人)'],
  SOCIAL_ASSOCIATION: ['社团', '协会'],
  PUBLIC_INSTITUTION: ['事业法人', '事业单位法人'],
  COMPANY: ['公司', '有限公司', '有限责任公司', '企业法人'],
});

/** Certificates write the grade in letters, lists in digits. */
export const GRADES: Terms<EvaluationGrade> = {
  UNRATED: ['未评', 'Not graded'],
  A1: ['1A', 'A', 'Grade 1A'],
  A2: ['2A', 'AA', 'Grade 2A'],
  A3: ['3A', 'AAA', 'Grade 3A'],
  A4: ['4A', 'AAAA', 'Grade 4A'],
  A5: ['5A', 'AAAAA', 'Grade 5A'],
};

export const GRADE = termIn(GRADES, {
  UNRATED: ['未评级', '未评估', '未参评', '无等级', '未定级'],
  A1: ['1A级', 'A级', '一A'],
  A2: ['2A级', 'AA级', '二A'],
  A3: ['3A级', 'AAA级', '三A'],
  A4: ['4A级', 'AAAA级', '四A'],
  A5: ['5A级', 'AAAAA级', '五A'],
});
