import {
  CAPITAL_CODE,
  type Cells,
  CODE,
  creditCodeAsIssued,
  DAY,
  dayOf,
  ifGiven,
  type ImportColumn,
  numberIn,
  type RegionCode,
  regionCodeOf,
  required,
  severalOf,
  type Terms,
  termsIn,
  text,
  type UnifiedSocialCreditCode,
  wholeNumber,
  type Written,
  YES_OR_NO,
  yesOrNo,
} from '@qianshou/kernel';
import type { Plan, TaskGroup } from '../../domain/application/pairing-application.ts';
import type { Agreement } from '../../domain/pairing/pairing-life-cycle.ts';
import type { Span } from '../../domain/scheme/programme-phase.ts';

/** What a row says of a pairing, before it is known whether it fits what is recorded. */
export interface PairingRow {
  readonly cycleYear: number;
  readonly dispatchingCreditCode: UnifiedSocialCreditCode;
  readonly recipientCreditCode: UnifiedSocialCreditCode;
  readonly countyCode: RegionCode;
  /** Null: the only scheme of the two provinces in the year. */
  readonly documentNo: string | null;
  readonly plan: Written<Plan>;
  readonly agreement: Agreement;
  /** Null for a pairing whose work has not begun. */
  readonly span: Span | null;
  /** Of earlier years and over: marked and counted apart. */
  readonly history: boolean;
}

export const TASK_GROUPS: Terms<TaskGroup> = {
  BUILD_STATION: ['支持建设社工站', '建设社工站', 'Building stations'],
  GROW_AGENCY: ['支持发展社会工作服务机构', '支持发展机构', '发展机构', 'Growing agencies'],
  TRAIN_TALENT: ['支持培养社会工作专业人才', '支持培养人才', '培养人才', 'Training talent'],
  BUILD_SYSTEM: ['支持建立社会工作发展制度', '支持建立制度', '建立制度', 'Building the system of rules'],
};

export const TASKS = termsIn(TASK_GROUPS, {
  BUILD_STATION: ['建站', '社工站建设'],
  GROW_AGENCY: ['机构发展', '培育机构', '发展社会工作服务机构'],
  TRAIN_TALENT: ['人才培养', '培养社会工作专业人才'],
  BUILD_SYSTEM: ['制度建设', '建立社会工作发展制度'],
});

export const PAIRING_COLUMNS: readonly ImportColumn[] = [
  {
    name: 'cycleYear',
    reads: numberIn('年', '年度'),
    zh: '年度',
    required: true,
    example: '2026',
    about: {
      en: 'Year of the cycle; with the two credit codes the natural key. The scheme is that of the two provinces in this year',
      zh: '结对年度,与双方统一社会信用代码共同作为唯一键;协作方案按双方省份和年度确定',
    },
  },
  {
    name: 'documentNo',
    zh: '协作方案文号',
    required: false,
    example: '演示〔2026〕1号',
    about: {
      en: 'Document number of the scheme; needed only where two provinces have several schemes in the year',
      zh: '协作方案文号;仅当两省当年有多个方案时必填',
    },
  },
  {
    name: 'dispatchingCreditCode',
    reads: CAPITAL_CODE,
    zh: '援派机构统一社会信用代码',
    required: true,
    example: '523502030000000016',
    about: { en: 'Credit code of the agency that helps', zh: '援派机构的统一社会信用代码' },
  },
  {
    name: 'recipientCreditCode',
    reads: CAPITAL_CODE,
    zh: '受援机构统一社会信用代码',
    required: true,
    example: '526405220000000029',
    about: { en: 'Credit code of the agency that is helped', zh: '受援机构的统一社会信用代码' },
  },
  {
    name: 'recipientCountyCode',
    reads: CODE,
    zh: '受援县代码',
    required: true,
    example: '640522',
    about: {
      en: 'The county that is helped, 6 digits; the recipient agency is registered there (PAIR-4)',
      zh: '受援县 6 位代码;受援机构须登记于该县',
    },
  },
  {
    name: 'taskGroups',
    reads: TASKS,
    zh: '任务',
    required: true,
    example: '建设社工站;培养人才',
    about: {
      en: 'BUILD_STATION, GROW_AGENCY, TRAIN_TALENT, BUILD_SYSTEM, parted by semicolons',
      zh: '建设社工站、发展机构、培养人才、建立制度,以分号分隔',
    },
  },
  {
    name: 'jointPlan',
    zh: '共同计划',
    required: true,
    example: '演示:共建乡镇社工站',
    about: { en: 'What the two agencies do together', zh: '双方共同提交的计划' },
  },
  {
    name: 'continuesEarlierPairing',
    reads: YES_OR_NO,
    zh: '延续往年结对',
    required: false,
    example: '否',
    about: { en: 'Whether it goes on from earlier years; left empty, no', zh: '是、否;留空为否' },
  },
  {
    name: 'agreementNo',
    zh: '协议编号',
    required: true,
    example: '演示协议-1',
    about: { en: 'Number of the agreement', zh: '结对协议编号' },
  },
  {
    name: 'signedOn',
    reads: DAY,
    zh: '签署日期',
    required: true,
    example: '2026-02-01',
    about: { en: 'Day of signing', zh: '协议签署日期' },
  },
  {
    name: 'startsOn',
    reads: DAY,
    zh: '开始日期',
    required: false,
    example: '2026-03-01',
    about: {
      en: 'First day of work; left empty, the pairing is signed and not at work yet',
      zh: '帮扶开始日期;留空表示已签约未启动',
    },
  },
  {
    name: 'endsOn',
    reads: DAY,
    zh: '结束日期',
    required: false,
    example: '2026-12-31',
    about: {
      en: 'Last day of work; needed with startsOn, both within an open phase (PAIR-3)',
      zh: '帮扶结束日期;填写开始日期时必填,起止日期须在开放的计划阶段内',
    },
  },
  {
    name: 'history',
    reads: YES_OR_NO,
    zh: '历史补录',
    required: false,
    example: '否',
    about: {
      en: 'Whether it is of earlier years and over: entered into a closed phase, marked HISTORY and counted apart; left empty, no',
      zh: '是、否;已结束的往年结对填“是”,补录于已关闭的阶段并单独统计;留空为否',
    },
  },
];

export function readPairingRow(cells: Cells): PairingRow {
  const credit = (field: string) => creditCodeAsIssued(required(cells, field), field);
  const history = ifGiven(cells, 'history', yesOrNo) ?? false;
  if (history) for (const field of ['startsOn', 'endsOn']) required(cells, field);
  return {
    history,
    cycleYear: wholeNumber(required(cells, 'cycleYear'), 'cycleYear'),
    dispatchingCreditCode: credit('dispatchingCreditCode'),
    recipientCreditCode: credit('recipientCreditCode'),
    countyCode: regionCodeOf('COUNTY', required(cells, 'recipientCountyCode'), 'recipientCountyCode'),
    documentNo: ifGiven(cells, 'documentNo', text),
    plan: {
      jointPlan: required(cells, 'jointPlan'),
      taskGroups: severalOf(TASK_GROUPS)(required(cells, 'taskGroups'), 'taskGroups'),
      continuesEarlierPairing: ifGiven(cells, 'continuesEarlierPairing', yesOrNo) ?? false,
    },
    agreement: {
      agreementNo: required(cells, 'agreementNo'),
      signedOn: dayOf(required(cells, 'signedOn'), 'signedOn'),
    },
    span: spanOf(cells),
  };
}

/** Half a span is none: whoever gives one of the days gives the other. */
function spanOf(cells: Cells): Span | null {
  if (['startsOn', 'endsOn'].every((field) => (cells[field] ?? '') === '')) return null;
  return {
    startsOn: dayOf(required(cells, 'startsOn'), 'startsOn'),
    endsOn: dayOf(required(cells, 'endsOn'), 'endsOn'),
  };
}
