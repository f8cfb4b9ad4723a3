import { type Cells, CODE, DAY, dayOf, ifGiven, type ImportColumn, oneOf, required } from '@qianshou/kernel';
import { agencyId } from '../../domain/ids.ts';
import type { EmploymentFacts } from '../../domain/worker/employment.ts';
import { PERSON_COLUMNS, type PersonRow, readPerson } from './person-columns.ts';
import { EMPLOYMENT, EMPLOYMENTS } from './person-terms.ts';
import { AGENCY_EXAMPLE } from './worker-columns.ts';

export interface EmploymentRow extends PersonRow, EmploymentFacts {}

export const EMPLOYMENT_COLUMNS: readonly ImportColumn[] = [
  ...PERSON_COLUMNS,
  {
    name: 'agencyId',
    reads: CODE,
    zh: '用人机构编号',
    required: true,
    example: AGENCY_EXAMPLE,
    about: { en: 'Id of the agency', zh: '用人机构编号' },
  },
  {
    name: 'kind',
    reads: EMPLOYMENT,
    zh: '聘用类型',
    required: false,
    example: '全职',
    about: {
      en: 'Full time, part time or beside a pension; empty: full time',
      zh: '全职、兼职、退休返聘;空白为全职',
    },
  },
  {
    name: 'employedFrom',
    reads: DAY,
    zh: '聘用起始日',
    required: true,
    example: '2024-01-01',
    about: {
      en: 'First day; with person and agency the natural key',
      zh: '聘用首日;与人员、机构共同作为唯一键',
    },
  },
  {
    name: 'employedTo',
    reads: DAY,
    zh: '聘用截止日',
    required: false,
    example: '2025-12-31',
    about: { en: 'Last day; empty: it goes on', zh: '聘用末日;空白为在聘' },
  },
];

export function readEmploymentRow(cells: Cells): EmploymentRow {
  return {
    person: readPerson(cells),
    agencyId: agencyId(required(cells, 'agencyId')),
    kind: ifGiven(cells, 'kind', oneOf(EMPLOYMENTS)) ?? 'FULL_TIME',
    employedFrom: dayOf(required(cells, 'employedFrom'), 'employedFrom'),
    employedTo: ifGiven(cells, 'employedTo', dayOf),
  };
}
