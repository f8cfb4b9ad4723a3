import {
  type CalendarDate,
  type Cells,
  CODE,
  DAY,
  dayOf,
  ifGiven,
  type ImportColumn,
  numberIn,
  oneOf,
  type RegionCode,
  regionCodeOf,
  required,
  wholeNumber,
  YES_OR_NO,
  yesOrNo,
} from '@qianshou/kernel';
import { type AgencyId, agencyId } from '../../domain/ids.ts';
import {
  type IdNumber,
  idNumber,
  type PersonName,
  personName,
  type Phone,
  phone,
} from '../../domain/worker/personal-data.ts';
import type { Education } from '../../domain/worker/person-facts.ts';

import { serviceMonths } from '../../domain/worker/service-months.ts';
import { ID_NUMBER_COLUMN } from './person-columns.ts';
import { EDUCATION, EDUCATIONS, MAJOR, MAJORS } from './person-terms.ts';

/** Somebody to be registered; the year of birth stands in the ID number. */
export interface WorkerRow {
  readonly idNumber: IdNumber;
  readonly name: PersonName;
  readonly phone: Phone | null;
  readonly countyCode: RegionCode;
  readonly localResident: boolean;
  readonly education: Education;
  readonly socialWorkSince: CalendarDate | null;
  readonly priorSocialWorkMonths: number;
  readonly employerAgencyId: AgencyId | null;
  readonly directsOfficeOf: RegionCode | null;
}

export const AGENCY_EXAMPLE = 'agy_01900000-0000-7000-8000-000000000001';

export const WORKER_COLUMNS: readonly ImportColumn[] = [
  { ...ID_NUMBER_COLUMN, required: true },
  {
    name: 'name',
    zh: '姓名',
    required: true,
    personal: true,
    example: '演示甲',
    about: { en: 'Name as on the ID card; kept sealed', zh: '与身份证一致的姓名;加密保存' },
  },
  {
    name: 'phone',
    reads: CODE,
    zh: '手机号码',
    required: false,
    personal: true,
    example: '13800000000',
    about: { en: 'Mobile number of 11 digits; kept sealed', zh: '11 位手机号码;加密保存' },
  },
  {
    name: 'countyCode',
    reads: CODE,
    zh: '登记县代码',
    required: true,
    example: '420581',
    about: { en: 'The county that keeps the person, 6 digits', zh: '负责登记的县(市、区)6 位代码' },
  },
  {
    name: 'localResident',
    reads: YES_OR_NO,
    zh: '是否本地人',
    required: true,
    example: '是',
    about: { en: 'Whether from the county itself (PER-5)', zh: '是否本县人(持证本地人优先录用)' },
  },
  {
    name: 'educationLevel',
    reads: EDUCATION,
    zh: '学历',
    required: true,
    example: '本科',
    about: { en: 'Highest education', zh: '最高学历:高中或中专、大专、本科、硕士、博士' },
  },
  {
    name: 'major',
    reads: MAJOR,
    zh: '专业',
    required: true,
    example: '社会工作',
    about: { en: 'Subject, as the rules tell them apart', zh: '社会工作、社会学、法学、心理学、其他' },
  },
  {
    name: 'fullTime',
    reads: YES_OR_NO,
    zh: '是否全日制',
    required: true,
    example: '是',
    about: { en: 'Whether studied full time (PER-6)', zh: '是否全日制学历' },
  },
  {
    name: 'graduatedOn',
    reads: DAY,
    zh: '毕业日期',
    required: true,
    example: '2019-06-30',
    about: { en: 'Day of graduation', zh: '毕业日期' },
  },
  {
    name: 'socialWorkSince',
    reads: DAY,
    zh: '从事社会工作起始日',
    required: false,
    example: '2019-07-01',
    about: { en: 'First day of the present, unbroken social work', zh: '目前连续从事社会工作的起始日' },
  },
  {
    name: 'priorSocialWorkMonths',
    reads: numberIn('个月', '月'),
    zh: '此前社会工作月数',
    required: false,
    example: '0',
    about: { en: 'Months of social work before that; empty: none', zh: '此前从事社会工作的月数;空白为零' },
  },
  {
    name: 'employerAgencyId',
    reads: CODE,
    zh: '用人机构编号',
    required: false,
    example: AGENCY_EXAMPLE,
    about: { en: 'Id of the agency that employs them; empty: none', zh: '用人机构编号;空白为无' },
  },
  {
    name: 'directsOfficeOf',
    reads: CODE,
    zh: '任民政办主任的乡镇代码',
    required: false,
    example: '420581100',
    about: {
      en: 'Township-level unit whose civil affairs office they direct (PER-1), 9 digits',
      zh: '担任民政办主任的乡镇级单位 9 位代码',
    },
  },
];

export function readWorkerRow(cells: Cells): WorkerRow {
  const days = (field: string) => dayOf(required(cells, field), field);
  return {
    idNumber: idNumber(required(cells, 'idNumber')),
    name: personName(required(cells, 'name')),
    phone: ifGiven(cells, 'phone', phone),
    countyCode: regionCodeOf('COUNTY', required(cells, 'countyCode'), 'countyCode'),
    localResident: yesOrNo(required(cells, 'localResident'), 'localResident'),
    education: {
      level: oneOf(EDUCATIONS)(required(cells, 'educationLevel'), 'educationLevel'),
      major: oneOf(MAJORS)(required(cells, 'major'), 'major'),
      fullTime: yesOrNo(required(cells, 'fullTime'), 'fullTime'),
      graduatedOn: days('graduatedOn'),
    },
    socialWorkSince: ifGiven(cells, 'socialWorkSince', dayOf),
    priorSocialWorkMonths: serviceMonths(
      ifGiven(cells, 'priorSocialWorkMonths', wholeNumber) ?? 0,
      'priorSocialWorkMonths',
    ),
    employerAgencyId: ifGiven(cells, 'employerAgencyId', agencyId),
    directsOfficeOf: ifGiven(cells, 'directsOfficeOf', (cell, field) =>
      regionCodeOf('TOWNSHIP_UNIT', cell, field),
    ),
  };
}
