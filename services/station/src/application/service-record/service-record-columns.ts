import {
  type CalendarDate,
  type Cells,
  CODE,
  DAY,
  dayOf,
  decimalNumber,
  ifGiven,
  type ImportColumn,
  numberIn,
  oneOf,
  regionCodeOf,
  type RegionCode,
  required,
  severalOf,
  text,
  wholeNumber,
} from '@qianshou/kernel';
import { type EntryNo, entryNo } from '../../domain/service-record/entry-number.ts';
import { serviceCalled } from '../../domain/reference/service-catalogue.ts';
import type { ServiceEntry } from '../../domain/service-record/service-record.ts';
import { GROUP, GROUPS, METHOD, METHODS, PARTNER, PARTNERS } from './service-terms.ts';

/** What a row says of a service: in counts, under the number of the station's own books. */
export interface ServiceRecordRow extends ServiceEntry {
  readonly entryNo: EntryNo;
  readonly townshipCode: RegionCode;
  readonly servedOn: CalendarDate;
}

const methodOf = oneOf(METHODS);
const groupOf = oneOf(GROUPS);
const partnersOf = severalOf(PARTNERS);

export const SERVICE_RECORD_COLUMNS: readonly ImportColumn[] = [
  {
    name: 'townshipCode',
    reads: CODE,
    zh: '乡镇级单位代码',
    required: true,
    example: '420581100',
    about: {
      en: 'Township-level unit of the station, 9 digits',
      zh: '社工站所在乡镇(街道、矿区)9 位代码',
    },
  },
  {
    name: 'entryNo',
    reads: CODE,
    zh: '编号',
    required: true,
    example: '2025-000123',
    about: {
      en: 'Number of the record in the station’s own books; with the unit it is the natural key. Letters and digits; nobody’s ID number or telephone (STA-12)',
      zh: '社工站台账编号,仅限字母和数字;与乡镇级单位代码共同作为唯一键,不得为身份证号或电话',
    },
  },
  {
    name: 'servedOn',
    reads: DAY,
    zh: '服务日期',
    required: true,
    example: '2025-03-12',
    about: { en: 'Day of the service, not in the future', zh: '服务日期,不得晚于今天' },
  },
  {
    name: 'service',
    zh: '服务项目',
    required: true,
    example: '居家探访',
    about: {
      en: 'Code or Chinese name in the service catalogue',
      zh: '服务目录中的代码或中文名称',
    },
  },
  {
    name: 'method',
    reads: METHOD,
    zh: '服务方法',
    required: true,
    example: '个案',
    about: { en: 'CASE, GROUP or COMMUNITY', zh: '个案、小组、社区' },
  },
  {
    name: 'beneficiaryGroup',
    reads: GROUP,
    zh: '服务对象',
    required: false,
    example: '独居老人',
    about: {
      en: 'For whom; left empty where the catalogue says that the service is for everybody',
      zh: '服务对象;面向全体居民的服务留空',
    },
  },
  {
    name: 'partners',
    reads: PARTNER,
    zh: '五社联动主体',
    required: false,
    example: '社区、社会组织',
    about: {
      en: 'Which of the five partners took part, parted by semicolons or Chinese commas: COMMUNITY, SOCIAL_ORGANISATION, SOCIAL_WORKER, VOLUNTEER, CHARITY_RESOURCE; of grassroots governance alone',
      zh: '社区、社会组织、社会工作者、社区志愿者、社会慈善资源,可填多项,以顿号或分号分隔;仅限基层治理服务',
    },
  },
  {
    name: 'persons',
    reads: numberIn('人次', '人', '名', '位'),
    zh: '服务人次',
    required: true,
    example: '12',
    about: { en: 'Persons served', zh: '服务人次' },
  },
  {
    name: 'hours',
    reads: numberIn('小时', '时', 'h'),
    zh: '服务时长',
    required: true,
    example: '2.5',
    about: { en: 'Hours, in quarters', zh: '服务时长(小时),以 0.25 小时为单位' },
  },
  {
    name: 'note',
    zh: '备注',
    required: false,
    example: '演示',
    about: {
      en: 'Without anything that points at a person (STA-12)',
      zh: '备注,不得含姓名、证件号码、电话等个人信息',
    },
  },
];

export function readServiceRecordRow(cells: Cells): ServiceRecordRow {
  const beneficiaryGroup = ifGiven(cells, 'beneficiaryGroup', groupOf);
  return {
    townshipCode: regionCodeOf('TOWNSHIP_UNIT', required(cells, 'townshipCode'), 'townshipCode'),
    entryNo: entryNo(required(cells, 'entryNo')),
    servedOn: dayOf(required(cells, 'servedOn'), 'servedOn'),
    service: serviceCalled(required(cells, 'service'), beneficiaryGroup).code,
    method: methodOf(required(cells, 'method'), 'method'),
    beneficiaryGroup,
    partners: ifGiven(cells, 'partners', partnersOf) ?? [],
    persons: wholeNumber(required(cells, 'persons'), 'persons'),
    hours: decimalNumber(required(cells, 'hours'), 'hours'),
    workerIds: [],
    note: ifGiven(cells, 'note', (raw) => text(raw, 'note', 500)),
  };
}
