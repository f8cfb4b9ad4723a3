import {
  type CalendarDate,
  type Cells,
  DAY,
  dayOf,
  documentReference,
  type DocumentReference,
  type Fen,
  ifGiven,
  type ImportColumn,
  publicLine,
  type PublicText,
  type RegionCode,
  regionCodeOf,
  required,
  text,
} from '@qianshou/kernel';
import { fenOfYuan, YUAN } from './money-columns.ts';
import { COUNTY_COLUMN } from './past-budget-columns.ts';
import { CONTRACT_NO_COLUMN } from './past-contract-columns.ts';

export interface PastPaymentRow {
  readonly countyCode: RegionCode;
  readonly contractNo: PublicText;
  readonly amountFen: Fen;
  readonly paidOn: CalendarDate;
  readonly voucherNo: string;
  readonly invoiceNo: string | null;
  readonly enteredFrom: DocumentReference;
}

export const PAST_PAYMENT_COLUMNS: readonly ImportColumn[] = [
  COUNTY_COLUMN,
  {
    ...CONTRACT_NO_COLUMN,
    about: {
      en: 'The contract that was paid; it is imported first',
      zh: '所支付的合同编号;须先导入该合同',
    },
  },
  {
    name: 'amount',
    reads: YUAN,
    zh: '拨付金额',
    required: true,
    example: '100000',
    about: { en: 'In yuan', zh: '单位:元' },
  },
  {
    name: 'paidOn',
    reads: DAY,
    zh: '拨付日期',
    required: true,
    example: '2024-03-20',
    about: {
      en: 'Day on the slip of the bank; the payment belongs to its year',
      zh: '银行凭证日期,按该日期所在年度计',
    },
  },
  {
    name: 'voucherNo',
    zh: '凭证号',
    required: true,
    example: '演示凭证-1',
    about: {
      en: 'Number of the slip; unique in a county and year, and the natural key with the contract',
      zh: '银行凭证号,同一县同一年度内唯一;与合同编号共同作为唯一键',
    },
  },
  {
    name: 'invoiceNo',
    zh: '发票号',
    required: false,
    example: '演示发票-1',
    about: { en: "Number of the provider's invoice", zh: '承接机构发票号' },
  },
];

export function readPastPaymentRow(cells: Cells): PastPaymentRow {
  const voucherNo = text(required(cells, 'voucherNo'), 'voucherNo', 100);
  const paidOn = dayOf(required(cells, 'paidOn'), 'paidOn');
  const slip = { title: voucherNo, kind: 'PROOF', number: voucherNo, day: paidOn } as const;
  return {
    countyCode: regionCodeOf('COUNTY', required(cells, 'countyCode'), 'countyCode'),
    contractNo: publicLine(required(cells, 'contractNo'), 'contractNo', 100),
    amountFen: fenOfYuan(required(cells, 'amount'), 'amount'),
    paidOn,
    voucherNo,
    invoiceNo: ifGiven(cells, 'invoiceNo', (cell, field) => text(cell, field, 100)),
    enteredFrom: documentReference(slip, 'voucherNo'),
  };
}
