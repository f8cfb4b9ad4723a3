import {
  CAPITAL_CODE,
  type Cells,
  CODE,
  creditCodeAsIssued,
  DAY,
  dayOf,
  ifGiven,
  type ImportColumn,
  LIST,
  numberIn,
  oneOf,
  parts,
  knownRegionCode,
  required,
  wholeNumber,
  YES_OR_NO,
  yesOrNo,
} from '@qianshou/kernel';
import type { Registration } from '../../domain/agency/agency.ts';
import { GRADE, GRADES, LEGAL_FORM, LEGAL_FORMS } from './agency-terms.ts';

export type AgencyRow = Omit<Registration, 'id'>;

const PEOPLE = numberIn('人', '名', '位', '个');

export const AGENCY_COLUMNS: readonly ImportColumn[] = [
  {
    name: 'unifiedSocialCreditCode',
    reads: CAPITAL_CODE,
    zh: '统一社会信用代码',
    required: true,
    example: '523502030000000016',
    about: {
      en: '18 characters, as on the certificate; the natural key',
      zh: '证书上的 18 位代码,作为唯一键',
    },
  },
  {
    name: 'name',
    zh: '机构名称',
    required: true,
    example: '演示社工服务中心',
    about: { en: 'Registered name', zh: '登记名称' },
  },
  {
    name: 'legalForm',
    reads: LEGAL_FORM,
    zh: '法人类型',
    required: true,
    example: '社会服务机构',
    about: {
      en: 'SOCIAL_SERVICE_ORGANISATION, SOCIAL_ASSOCIATION, FOUNDATION, PUBLIC_INSTITUTION or COMPANY',
      zh: '社会服务机构(民办非企业单位)、社会团体、基金会、事业单位、企业',
    },
  },
  {
    name: 'registrationAuthority',
    zh: '登记管理机关',
    required: true,
    example: '演示区民政局',
    about: { en: 'Who registered it', zh: '登记管理机关名称' },
  },
  {
    name: 'registeredOn',
    reads: DAY,
    zh: '登记日期',
    required: true,
    example: '2016-05-01',
    about: { en: 'Day of registration', zh: '登记日期' },
  },
  {
    name: 'homeRegionCode',
    reads: CODE,
    zh: '登记地代码',
    required: true,
    example: '350203',
    about: {
      en: 'The county where it is registered, 6 digits, or the city when a city’s bureau registered it',
      zh: '登记地县级 6 位代码;由市级民政部门登记的填市级代码',
    },
  },
  {
    name: 'mainBusinessIsSocialWork',
    reads: YES_OR_NO,
    zh: '以社会工作服务为主业',
    required: true,
    example: '是',
    about: {
      en: 'Whether social-work service is its main business, yes or no (PAIR-5)',
      zh: '是否以社会工作服务为主要业务:是、否',
    },
  },
  {
    name: 'canDispatch',
    reads: YES_OR_NO,
    zh: '可援派',
    required: false,
    example: '是',
    about: { en: 'Whether it can help elsewhere; left empty, no', zh: '是、否;留空为否' },
  },
  {
    name: 'canReceive',
    reads: YES_OR_NO,
    zh: '可受援',
    required: false,
    example: '否',
    about: { en: 'Whether it can be helped; left empty, no', zh: '是、否;留空为否' },
  },
  {
    name: 'canOperate',
    reads: YES_OR_NO,
    zh: '可承接',
    required: false,
    example: '是',
    about: { en: 'Whether it can run stations; left empty, no', zh: '是、否;留空为否' },
  },
  {
    name: 'evaluationGrade',
    reads: GRADE,
    zh: '评估等级',
    required: false,
    example: '3A',
    about: {
      en: 'Grade of the social organisation, 1A to 5A; left empty, not graded',
      zh: '社会组织评估等级 1A 至 5A;留空为未评',
    },
  },
  {
    name: 'fullTimeStaff',
    reads: PEOPLE,
    zh: '专职人员数',
    required: false,
    example: '20',
    about: { en: 'How many work full time', zh: '专职人员数' },
  },
  {
    name: 'certifiedStaff',
    reads: PEOPLE,
    zh: '持证人员数',
    required: false,
    example: '12',
    about: { en: 'How many of them have a professional certificate', zh: '其中持有社会工作者证书的人数' },
  },
  {
    name: 'focusAreas',
    reads: LIST,
    zh: '业务领域',
    required: false,
    example: '老年人;儿童青少年',
    about: {
      en: 'What it works on, at most 10, parted by semicolons',
      zh: '业务领域,最多 10 项,以分号分隔',
    },
  },
  {
    name: 'creditCodeReason',
    zh: '信用代码校验说明',
    required: false,
    example: '证书原件即为此代码',
    about: {
      en: 'Why the code is right although its check character does not fit; left empty where it fits',
      zh: '统一社会信用代码校验位不符但确为证书所载时填写说明;相符时留空',
    },
  },
];

export function readAgencyRow(cells: Cells): AgencyRow {
  return {
    unifiedSocialCreditCode: creditCodeAsIssued(required(cells, 'unifiedSocialCreditCode')),
    name: required(cells, 'name'),
    legalForm: oneOf(LEGAL_FORMS)(required(cells, 'legalForm'), 'legalForm'),
    registrationAuthority: required(cells, 'registrationAuthority'),
    registeredOn: dayOf(required(cells, 'registeredOn'), 'registeredOn'),
    homeRegionCode: knownRegionCode(required(cells, 'homeRegionCode'), 'homeRegionCode'),
    mainBusinessIsSocialWork: yesOrNo(
      required(cells, 'mainBusinessIsSocialWork'),
      'mainBusinessIsSocialWork',
    ),
    canDispatch: ifGiven(cells, 'canDispatch', yesOrNo) ?? false,
    canReceive: ifGiven(cells, 'canReceive', yesOrNo) ?? false,
    canOperate: ifGiven(cells, 'canOperate', yesOrNo) ?? false,
    evaluationGrade: ifGiven(cells, 'evaluationGrade', oneOf(GRADES)) ?? 'UNRATED',
    fullTimeStaff: ifGiven(cells, 'fullTimeStaff', wholeNumber),
    certifiedStaff: ifGiven(cells, 'certifiedStaff', wholeNumber),
    focusAreas: parts(cells['focusAreas'] ?? ''),
    creditCodeReason: ifGiven(cells, 'creditCodeReason', (cell) => cell),
  };
}
