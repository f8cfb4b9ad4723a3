import {
  type CalendarDate,
  type Cells,
  CODE,
  DAY,
  dayOf,
  documentReference,
  type DocumentReference,
  type Fen,
  ifGiven,
  type ImportColumn,
  publicLine,
  type RegionCode,
  regionCodeOf,
  required,
} from '@qianshou/kernel';
import type { AssistanceFund, BudgetLine } from '../../domain/budget/budget-sources.ts';
import type { SourceKind } from '../../domain/money/account.ts';
import { fenOfYuan, pastYear, YEAR, YUAN } from './money-columns.ts';

export interface PastBudgetRow {
  readonly countyCode: RegionCode;
  readonly year: number;
  readonly plannedFen: Fen;
  readonly lines: readonly BudgetLine[];
  readonly assistanceFund: AssistanceFund | null;
  readonly enteredFrom: DocumentReference;
}

export const COUNTY_COLUMN: ImportColumn = {
  name: 'countyCode',
  reads: CODE,
  zh: '县级代码',
  required: true,
  example: '420581',
  about: { en: 'The county, 6 digits', zh: '县级 6 位代码' },
};

/** The municipal top-up has no column: it is computed (FUN-2). */
const LINES: readonly (readonly [kind: SourceKind, name: string, zh: string, en: string])[] = [
  ['ASSISTANCE_FUND_SHARE', 'assistanceFundShare', '社会救助专项经费', 'Share of the social-assistance fund'],
  ['SUPERIOR_GRANT', 'superiorGrant', '上级专项拨款', 'Grant from above'],
  ['BUILD_REWARD', 'buildReward', '以奖代补资金', 'Reward for building'],
  ['PURCHASE_BUDGET', 'purchaseBudget', '政府购买服务资金', 'Budget of government purchase'],
  ['CENTRAL_REWARD', 'centralReward', '中央奖补', 'Central reward'],
  ['CHARITY', 'charity', '慈善资金', 'Charity'],
  ['PAIR_PROVINCE_AID', 'pairProvinceAid', '对口协作资金', 'Aid of the paired province'],
];

export const PAST_BUDGET_COLUMNS: readonly ImportColumn[] = [
  COUNTY_COLUMN,
  {
    name: 'year',
    reads: YEAR,
    zh: '预算年度',
    required: true,
    example: '2024',
    about: {
      en: 'A past budget year; with the county the natural key. Entered as HISTORY: closed, and no four eyes are claimed',
      zh: '往年预算年度,与县级代码共同作为唯一键;按历史数据补录,不视为经双人复核',
    },
  },
  {
    name: 'planned',
    reads: YUAN,
    zh: '预算总额',
    required: true,
    example: '2200000',
    about: {
      en: 'In yuan. What the sources leave open is the municipal top-up (FUN-2)',
      zh: '单位:元;各来源不足部分计为市财政补足',
    },
  },
  ...LINES.map(([, name, zh, en]) => ({
    name,
    reads: YUAN,
    zh,
    required: false,
    example: '100000',
    about: { en: `${en}, in yuan; left empty, none`, zh: `${zh},单位:元;留空为无` },
  })),
  {
    name: 'assistanceBase',
    reads: YUAN,
    zh: '上年社会救助专项经费总额',
    required: false,
    example: '50000000',
    about: {
      en: 'The fund of the year before, in yuan; needed with a share of it (FUN-3)',
      zh: '上一年度专项经费总额,单位:元;填写社会救助专项经费时必填',
    },
  },
  {
    name: 'documentNo',
    zh: '批复文号',
    required: true,
    example: '演示〔2024〕1号',
    about: { en: 'The paper by which it was approved', zh: '预算批复文件的文号' },
  },
  {
    name: 'approvedOn',
    reads: DAY,
    zh: '批复日期',
    required: false,
    example: '2024-02-01',
    about: { en: 'Day of that paper', zh: '批复文件日期' },
  },
];

export function readPastBudgetRow(cells: Cells): PastBudgetRow {
  const year = pastYear(required(cells, 'year'), 'year');
  const number = required(cells, 'documentNo');
  const day: CalendarDate | null = ifGiven(cells, 'approvedOn', dayOf);
  const baseFen = ifGiven(cells, 'assistanceBase', fenOfYuan);
  const source = publicLine(number, 'documentNo', 100);
  return {
    countyCode: regionCodeOf('COUNTY', required(cells, 'countyCode'), 'countyCode'),
    year,
    plannedFen: fenOfYuan(required(cells, 'planned'), 'planned'),
    lines: LINES.flatMap(([kind, name]) => {
      const amountFen = ifGiven(cells, name, fenOfYuan);
      return amountFen === null ? [] : [{ kind, amountFen, note: null }];
    }),
    assistanceFund: baseFen === null ? null : { year: year - 1, amountFen: baseFen, source },
    enteredFrom: documentReference({ title: number, kind: 'POLICY_PAPER', number, day }, 'documentNo'),
  };
}
