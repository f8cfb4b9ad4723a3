import { CAPITAL_CODE, CODE, DAY, type ImportColumn } from '@qianshou/kernel';
import { PREMISES_COLUMNS } from './premises-columns.ts';
import { HAVE, OPERATION_MODE } from './station-terms.ts';

export const STATION_COLUMNS: readonly ImportColumn[] = [
  {
    name: 'townshipCode',
    reads: CODE,
    zh: '乡镇级单位代码',
    required: true,
    example: '420581100',
    about: {
      en: 'Township-level unit, 9 digits; the natural key: a unit has one station (STA-1)',
      zh: '乡镇(街道、矿区)9 位代码;每个单位一个社工站,作为唯一键',
    },
  },
  {
    name: 'signage',
    zh: '标识',
    required: false,
    example: '宜都市红花套镇社会工作服务站',
    about: {
      en: 'What stands at the door; left empty, it is what STA-3 says',
      zh: '社工站标识;留空则按统一格式生成',
    },
  },
  {
    name: 'operationMode',
    reads: OPERATION_MODE,
    zh: '运营方式',
    required: false,
    example: '政府购买服务',
    about: {
      en: 'PURCHASED, DIRECT_HIRE or MIXED; left empty, PURCHASED where an operator is named, else DIRECT_HIRE',
      zh: '政府购买服务、政府直接聘用、混合;留空时,填写承接机构的为政府购买服务,否则为政府直接聘用',
    },
  },
  {
    name: 'operatorCreditCode',
    reads: CAPITAL_CODE,
    zh: '承接机构统一社会信用代码',
    required: false,
    example: '52420581MJ0000001J',
    about: {
      en: 'Credit code of the agency that runs it',
      zh: '承接机构的统一社会信用代码',
    },
  },
  ...PREMISES_COLUMNS,
  {
    name: 'openedOn',
    reads: DAY,
    zh: '启用日期',
    required: false,
    example: '2022-06-01',
    about: {
      en: 'First day of operation; left empty, the station is only planned',
      zh: '启用日期;留空表示仅立项',
    },
  },
  {
    name: 'checkedOn',
    reads: DAY,
    zh: '验收日期',
    required: false,
    example: '2022-05-20',
    about: {
      en: 'Day of the check that opened it; needed with openedOn (STA-2)',
      zh: '验收日期;填写启用日期时必填',
    },
  },
  {
    name: 'checkerOrganisation',
    zh: '验收单位',
    required: false,
    example: '演示评估中心',
    about: {
      en: 'Who checked; needed with openedOn',
      zh: '验收单位;填写启用日期时必填',
    },
  },
  {
    name: 'haves',
    reads: HAVE,
    zh: '验收具备项',
    required: false,
    example: '有场地;有人员;有功能;有制度;有活动',
    about: {
      en: 'What the check found true, parted by semicolons; needed with openedOn (STA-2)',
      zh: '验收时具备的项目,以分号分隔;填写启用日期时必填',
    },
  },
];
