import {
  code,
  count,
  type Dataset,
  day,
  flag,
  id,
  list,
  lookUp,
  name,
  number,
  region,
  tally,
} from './dataset.ts';

const COUNTY = region('County that receives help', '受援县');
const GROUPS = ['BUILD_STATION', 'GROW_AGENCY', 'TRAIN_TALENT', 'BUILD_SYSTEM'];
const PAIRING = id('Pairing', '结对编号');

export const agency: Dataset = {
  name: 'agency',
  en: 'Agencies',
  zh: '社工机构',
  about: { en: 'A social-work agency.', zh: '一家社会工作服务机构' },
  place: 'homeRegionCode',
  scope: 'REGION',
  entity: 'Agency',
  fields: {
    homeRegionCode: region('Registered in', '登记地'),
    name: name('Name', '机构名称'),
    status: code('Status', '状态', ['UNVERIFIED', 'REFUSED', 'ACTIVE', 'SUSPENDED', 'STRUCK_OFF', 'MERGED']),
    canDispatch: flag('May send help', '可派出'),
    canReceive: flag('May receive help', '可受援'),
    canOperate: flag('May operate stations', '可承接'),
    registeredOn: day('Entered on', '入库日期'),
    stationsOperated: tally(
      count('Stations operated', '承接社工站', 'pieces'),
      'station',
      'operatorAgencyId',
      {
        status: 'OPERATING',
      },
    ),
  },
};

/** Which entry of an agency is another one's by now: whatever names the one, names the other when it is asked for. */
export const agencyMerger: Dataset = {
  name: 'agencyMerger',
  en: 'Merged entries of agencies',
  zh: '机构记录合并',
  about: { en: 'An entry of an agency that was merged into another one.', zh: '一条已并入的机构记录' },
  place: 'keptAgencyId',
  scope: 'REGION',
  fields: { keptAgencyId: id('Kept entry', '保留记录') },
};

export const pairing: Dataset = {
  name: 'pairing',
  en: 'Pairings',
  zh: '结对',
  about: {
    en: 'Two agencies that were paired for a county and a cycle.',
    zh: '一对结对机构在一个县一个周期的结对',
  },
  place: 'countyCode',
  scope: 'COUNTY',
  entity: 'Pairing',
  fields: {
    countyCode: COUNTY,
    status: code('Status', '状态', [
      'MATCHED',
      'SIGNED',
      'ACTIVE',
      'PAST_END',
      'SUSPENDED',
      'FINAL_EVALUATION',
      'COMPLETED',
      'TERMINATED',
    ]),
    countyTier: code('Tier of the county', '县类别', [
      'KEY_COUNTY',
      'TIBET_XINJIANG',
      'LEGACY_CONTINUED',
      'OTHER',
    ]),
    mode: code('Across provinces or within one', '结对方式', ['CROSS_PROVINCE', 'INTRA_PROVINCE']),
    taskGroups: list('Task groups', '任务', GROUPS),
    cycleYear: count('Year of the cycle', '周期年度', 'pieces'),
    dispatchingAgencyId: id('Agency that sends', '派出机构编号'),
    recipientAgencyId: id('Agency that receives', '受援机构编号'),
    startsOn: day('Starts on', '开始日期'),
    endsOn: day('Ends on', '结束日期'),
    dispatchingName: lookUp(
      name('Name of the agency that sends', '派出机构'),
      'agency',
      'dispatchingAgencyId',
      'name',
    ),
    dispatchingRegion: lookUp(
      region('Where the agency that sends is registered', '派出机构登记地'),
      'agency',
      'dispatchingAgencyId',
      'homeRegionCode',
    ),
    recipientName: lookUp(
      name('Name of the agency that receives', '受援机构'),
      'agency',
      'recipientAgencyId',
      'name',
    ),
    activities: tally(count('Activities', '支援活动', 'pieces'), 'supportActivity', 'pairingId'),
    stays: tally(count('Stays', '驻点派出', 'pieces'), 'dispatchStay', 'pairingId'),
  },
};

export const supportActivity: Dataset = {
  name: 'supportActivity',
  en: 'Activities of pairings',
  zh: '支援活动',
  about: { en: 'An activity of a pairing; those struck out are left out.', zh: '一次支援活动(作废除外)' },
  place: 'countyCode',
  scope: 'COUNTY',
  fields: {
    countyCode: COUNTY,
    pairingId: PAIRING,
    taskGroup: code('Task group', '任务', GROUPS),
    kind: code('Kind', '类别', [
      'ONSITE_STAY',
      'REMOTE_GUIDANCE',
      'SUPERVISION',
      'THEMATIC_TRAINING',
      'RESOURCE_LINKING',
      'EXCHANGE',
    ]),
    onsite: flag('On site', '实地'),
    heldOn: day('Held on', '日期'),
    hours: number('Hours', '时长', 'hours'),
    participants: count('Participants', '参加人次', 'persons'),
    verdict: code('Confirmed by the recipient', '受援方确认', ['CONFIRMED', 'CONTESTED']),
  },
};

export const dispatchStay: Dataset = {
  name: 'dispatchStay',
  en: 'Stays of dispatched workers',
  zh: '驻点派出',
  about: {
    en: 'A stay of a dispatched worker in a county; those struck out are left out.',
    zh: '一名派出社工的一次驻点(作废除外)',
  },
  place: 'countyCode',
  scope: 'COUNTY',
  fields: {
    countyCode: COUNTY,
    pairingId: PAIRING,
    role: code('Role', '角色', ['TEAM_LEADER', 'SUPERVISOR', 'SOCIAL_WORKER']),
    mode: code('On site or remote', '方式', ['ONSITE', 'REMOTE']),
    arrivedOn: day('Arrived on', '到达日期'),
    leftOn: day('Left on', '离开日期'),
    workingDays: count('Working days', '工作日', 'days'),
    verdict: code('Confirmed by the recipient', '受援方确认', ['CONFIRMED', 'CONTESTED']),
  },
};
