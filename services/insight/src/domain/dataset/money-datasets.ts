import {
  code,
  count,
  type Dataset,
  day,
  fen,
  flag,
  id,
  list,
  lookUp,
  name,
  region,
  span,
} from './dataset.ts';

const COUNTY = region('County', '县');
const YEAR = count('Year', '年度', 'pieces');
const CONTRACT_END = day('Ends on', '到期日期');

export const fundSource: Dataset = {
  name: 'fundSource',
  en: 'Sources of funds',
  zh: '资金来源',
  about: { en: 'A source of a county’s funds of a year.', zh: '县级一项年度资金来源' },
  place: 'countyCode',
  scope: 'COUNTY',
  fields: {
    countyCode: COUNTY,
    year: YEAR,
    kind: code('Kind', '来源类别', [
      'ASSISTANCE_FUND_SHARE',
      'SUPERIOR_GRANT',
      'MUNICIPAL_TOP_UP',
      'BUILD_REWARD',
      'PURCHASE_BUDGET',
      'CENTRAL_REWARD',
      'CHARITY',
      'PAIR_PROVINCE_AID',
    ]),
    amountFen: fen('Amount', '金额'),
    registeredOn: day('Registered on', '登记日期'),
  },
};

export const budget: Dataset = {
  name: 'budget',
  en: 'Budgets by county and year',
  zh: '年度预算',
  about: { en: 'The budget plan of a county and year.', zh: '一个县一个年度的预算' },
  place: 'countyCode',
  scope: 'COUNTY',
  entity: 'BudgetPlan',
  fields: {
    countyCode: COUNTY,
    year: YEAR,
    status: code('Status', '状态', ['DRAFT', 'SUBMITTED', 'APPROVED', 'REJECTED', 'EXECUTING', 'SETTLED']),
    plannedFen: fen('Planned', '预算总额'),
    assistanceShareFen: fen('Share of assistance funds', '社会救助资金列支'),
    capFen: fen('Cap', '列支上限'),
    topUpFen: fen('Municipal top-up', '市级补助'),
    paidFen: fen('Paid, at the year’s end', '年末已支付'),
    carriedOverFen: fen('Carried over', '结转'),
    surplusFen: fen('Surplus', '结余'),
  },
};

export const contract: Dataset = {
  name: 'contract',
  en: 'Contracts',
  zh: '服务合同',
  about: { en: 'A contract by which a county buys services.', zh: '一份政府购买服务合同' },
  place: 'countyCode',
  scope: 'COUNTY',
  entity: 'Contract',
  fields: {
    countyCode: COUNTY,
    year: YEAR,
    status: code('Status', '状态', ['SIGNED', 'REFUSED', 'WITHDRAWN', 'TERMINATED']),
    providerAgencyId: id('Provider', '承接机构编号'),
    amountFen: fen('Amount', '合同金额'),
    installments: count('Instalments', '付款期数', 'pieces'),
    stations: list('Stations', '社工站', []),
    stationCount: count('Number of stations', '社工站数', 'pieces'),
    signedOn: day('Signed on', '签订日期'),
    endsOn: CONTRACT_END,
    accepted: code('Latest acceptance', '最近验收', ['PASSED', 'PARTLY_PASSED', 'FAILED']),
    providerName: lookUp(name('Name of the provider', '承接机构'), 'agency', 'providerAgencyId', 'name'),
  },
};

export const payment: Dataset = {
  name: 'payment',
  en: 'Payments',
  zh: '支付',
  about: { en: 'A payment, from its request on.', zh: '一笔支付(自申请起)' },
  place: 'countyCode',
  scope: 'COUNTY',
  entity: 'Payment',
  fields: {
    countyCode: COUNTY,
    year: YEAR,
    status: code('Status', '状态', [
      'REQUESTED',
      'APPROVED',
      'INSTRUCTED',
      'PAID',
      'RETURNED',
      'BANK_RETURNED',
    ]),
    purpose: code('For a contract or an award', '用途', ['CONTRACT', 'AWARD']),
    providerAgencyId: id('Payee', '收款机构编号'),
    contractId: id('Contract', '合同编号'),
    amountFen: fen('Amount', '金额'),
    refundedFen: fen('Refunded', '退回金额'),
    requestedOn: day('Requested on', '申请日期'),
    approvedOn: day('Approved on', '批准日期'),
    paidOn: day('Paid on', '支付日期'),
    overdue: flag('Was overdue', '曾逾期'),
    stationCount: count('Number of stations', '社工站数', 'pieces'),
    daysToPay: span('Days from request to payment', '申请至支付天数', 'requestedOn', 'paidOn'),
    providerName: lookUp(name('Name of the payee', '收款机构'), 'agency', 'providerAgencyId', 'name'),
  },
};

export const rewardAward: Dataset = {
  name: 'rewardAward',
  en: 'Building rewards',
  zh: '以奖代补',
  about: { en: 'A building reward of a station.', zh: '一笔社工站建设以奖代补' },
  place: 'countyCode',
  scope: 'COUNTY',
  fields: {
    countyCode: COUNTY,
    year: YEAR,
    status: code('Status', '状态', ['APPLIED', 'ACCEPTED', 'APPROVED', 'REFUSED', 'WITHDRAWN', 'PAID']),
    stationId: id('Station', '社工站编号'),
    amountFen: fen('Amount', '金额'),
    appliedOn: day('Applied on', '申请日期'),
    tier: lookUp(
      code('Tier of the station', '社工站等级', ['ORDINARY', 'DEMONSTRATION']),
      'station',
      'stationId',
      'tier',
    ),
  },
};
