import {
  type CalendarDate,
  type Cells,
  CODE,
  DAY,
  dayOf,
  ifGiven,
  type ImportColumn,
  line,
  oneOf,
  publicText,
  type PublicText,
  regionCode,
  type RegionCode,
  required,
} from '@qianshou/kernel';
import type { EndInput } from '../../domain/posting/posting-duty.ts';
import type { PostingRole } from '../../domain/reference/workplace.ts';
import { PERSON_COLUMNS, type PersonRow, readPerson } from './person-columns.ts';
import { ROLE, ROLES } from './person-terms.ts';

export interface PostingRow extends PersonRow {
  readonly role: PostingRole;
  /** The unit of a station, or the county of a guidance centre. */
  readonly placeCode: RegionCode;
  readonly startedOn: CalendarDate;
  readonly ended: EndInput | null;
  readonly preJobCertificateNo: string | null;
  readonly educationException: PublicText | null;
  readonly overdueDecision: PublicText | null;
  readonly source: PublicText;
}

export const POSTING_COLUMNS: readonly ImportColumn[] = [
  ...PERSON_COLUMNS,
  {
    name: 'role',
    reads: ROLE,
    zh: '岗位',
    required: true,
    example: '驻站社工',
    about: { en: 'The post', zh: '站长、副站长、驻站社工、指导中心社工' },
  },
  {
    name: 'placeCode',
    reads: CODE,
    zh: '任职单位代码',
    required: true,
    example: '420581100',
    about: {
      en: 'Township-level unit of the station (9 digits), or county of the guidance centre (6 digits)',
      zh: '社工站所在乡镇级单位 9 位代码,或指导中心所在县 6 位代码',
    },
  },
  {
    name: 'startedOn',
    reads: DAY,
    zh: '到岗日期',
    required: true,
    example: '2024-01-15',
    about: {
      en: 'First day of duty; with person and place the natural key',
      zh: '到岗首日;与人员、单位共同作为唯一键',
    },
  },
  {
    name: 'endedOn',
    reads: DAY,
    zh: '离岗日期',
    required: false,
    example: '2025-06-30',
    about: { en: 'Last day; empty: it goes on', zh: '最后在岗日;空白为在岗' },
  },
  {
    name: 'endReason',
    zh: '离岗原因',
    required: false,
    example: '合同到期',
    about: { en: 'Why it ended, with the last day', zh: '离岗原因;与离岗日期同时填写' },
  },
  {
    name: 'preJobCertificateNo',
    reads: CODE,
    zh: '岗前培训证书编号',
    required: false,
    example: 'DEMO-PJ-0001',
    about: {
      en: 'Of the pre-job training (PER-7); deputies and residents need it',
      zh: '岗前培训证书编号;副站长和驻站社工必填',
    },
  },
  {
    name: 'educationException',
    zh: '学历例外理由',
    required: false,
    example: '',
    about: {
      en: 'Why somebody outside the preferred education was taken (PER-6)',
      zh: '不符合学历专业要求而录用的理由',
    },
  },
  {
    name: 'overdueDecision',
    zh: '逾期再聘决定',
    required: false,
    example: '',
    about: {
      en: 'Why somebody who missed the deadline was hired again (PER-10)',
      zh: '到期未取证而再次聘用的理由',
    },
  },
  {
    name: 'source',
    zh: '依据材料',
    required: true,
    example: '演示:2024 年聘用台账',
    about: { en: 'The paper that says so', zh: '据以补录的材料' },
  },
];

export function readPostingRow(cells: Cells): PostingRow {
  const said = (field: string) => ifGiven(cells, field, (cell) => publicText(cell, field, 300));
  return {
    person: readPerson(cells),
    role: oneOf(ROLES)(required(cells, 'role'), 'role'),
    placeCode: regionCode(required(cells, 'placeCode'), 'placeCode'),
    startedOn: dayOf(required(cells, 'startedOn'), 'startedOn'),
    ended: readEnd(cells),
    preJobCertificateNo: ifGiven(cells, 'preJobCertificateNo', (cell, field) => line(cell, field, 50)),
    educationException: said('educationException'),
    overdueDecision: said('overdueDecision'),
    source: publicText(required(cells, 'source'), 'source', 300),
  };
}

function readEnd(cells: Cells): EndInput | null {
  const endedOn = ifGiven(cells, 'endedOn', dayOf);
  if (endedOn === null) return null;
  return { endedOn, reason: publicText(required(cells, 'endReason'), 'endReason', 300) };
}
