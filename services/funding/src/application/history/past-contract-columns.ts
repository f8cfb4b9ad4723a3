import {
  type Cells,
  CODE,
  DAY,
  dayOf,
  documentReference,
  type DocumentReference,
  ENUM_TERMS,
  type ImportColumn,
  oneOf,
  parts,
  publicLine,
  type RegionCode,
  regionCodeOf,
  required,
  termIn,
  type Terms,
} from '@qianshou/kernel';
import type { Contract } from '../../domain/contract/contract.ts';
import { agencyId, type AgencyId, stationId, type StationId } from '../../domain/ids.ts';
import { PURCHASE_METHODS, type PurchaseMethod } from '../../domain/purchase/purchase-method.ts';
import { fenOfYuan, pastYear, YEAR, YUAN } from './money-columns.ts';
import { COUNTY_COLUMN } from './past-budget-columns.ts';

export interface PastContractRow extends Pick<
  Contract,
  'contractNo' | 'amountFen' | 'signedOn' | 'startsOn' | 'endsOn' | 'method'
> {
  readonly countyCode: RegionCode;
  readonly year: number;
  readonly providerAgencyId: AgencyId;
  readonly stationIds: readonly StationId[];
  readonly enteredFrom: DocumentReference;
}

const METHODS = Object.fromEntries(
  PURCHASE_METHODS.map((method) => [method, [ENUM_TERMS.PurchaseMethod[method], method]]),
) as unknown as Terms<PurchaseMethod>;

export const CONTRACT_NO_COLUMN: ImportColumn = {
  name: 'contractNo',
  zh: '合同编号',
  required: true,
  example: '演示-2024-1',
  about: {
    en: 'Number of the contract; with the county its natural key',
    zh: '合同编号,与县级代码共同作为唯一键',
  },
};

const day = (name: string, zh: string, en: string, example: string): ImportColumn => ({
  name,
  reads: DAY,
  zh,
  required: true,
  example,
  about: { en, zh },
});

export const PAST_CONTRACT_COLUMNS: readonly ImportColumn[] = [
  COUNTY_COLUMN,
  CONTRACT_NO_COLUMN,
  {
    name: 'year',
    reads: YEAR,
    zh: '预算年度',
    required: true,
    example: '2024',
    about: {
      en: 'The year whose budget pays it; that budget is imported first',
      zh: '支付该合同的预算年度;须先导入该年度预算',
    },
  },
  {
    name: 'providerAgencyId',
    reads: CODE,
    zh: '承接机构编号',
    required: true,
    example: 'agy_01900000-0000-7000-8000-000000000001',
    about: { en: 'Id of the provider, as the list of agencies has it', zh: '承接机构编号,见机构列表' },
  },
  {
    name: 'stationIds',
    zh: '社工站编号',
    required: true,
    example: 'sta_01900000-0000-7000-8000-000000000001',
    about: { en: 'Ids of its stations, parted by semicolons', zh: '社工站编号,以分号分隔' },
  },
  {
    name: 'method',
    reads: termIn(METHODS),
    zh: '采购方式',
    required: true,
    example: '公开招标',
    about: { en: PURCHASE_METHODS.join(', '), zh: '公开招标、邀请招标、竞争性谈判、单一来源、询价、其他' },
  },
  {
    name: 'amount',
    reads: YUAN,
    zh: '合同金额',
    required: true,
    example: '200000',
    about: { en: 'In yuan, as it was in the end', zh: '单位:元;按最终金额填写' },
  },
  day('signedOn', '签订日期', 'Day of signing', '2024-03-15'),
  day('startsOn', '开始日期', 'First day of service', '2024-04-01'),
  day('endsOn', '结束日期', 'Last day of service; it is over', '2025-03-31'),
];

export function readPastContractRow(cells: Cells): PastContractRow {
  const number = required(cells, 'contractNo');
  const signedOn = dayOf(required(cells, 'signedOn'), 'signedOn');
  return {
    countyCode: regionCodeOf('COUNTY', required(cells, 'countyCode'), 'countyCode'),
    contractNo: publicLine(number, 'contractNo', 100),
    year: pastYear(required(cells, 'year'), 'year'),
    providerAgencyId: agencyId(required(cells, 'providerAgencyId')),
    stationIds: parts(required(cells, 'stationIds')).map((id) => stationId(id)),
    method: oneOf(METHODS)(required(cells, 'method'), 'method'),
    amountFen: fenOfYuan(required(cells, 'amount'), 'amount'),
    signedOn,
    startsOn: dayOf(required(cells, 'startsOn'), 'startsOn'),
    endsOn: dayOf(required(cells, 'endsOn'), 'endsOn'),
    enteredFrom: documentReference({ title: number, kind: 'AGREEMENT', number, day: signedOn }, 'contractNo'),
  };
}
