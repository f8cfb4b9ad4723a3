import type { PutRightTable } from '@qianshou/kernel';

/** What of this service can be struck out or corrected, by whom, and what follows; docs/corrections.md shows it. */
export const stationPutRight: PutRightTable = {
  facts: [
    {
      fact: { en: 'Visit of those who supervise', zh: '督导巡查' },
      aggregate: 'station-visit',
      strike: 'strikeStationVisit',
      correct: 'correctStationVisit',
      office: 'GUIDANCE_CENTRE',
      follows: { en: 'When the station is due for a visit, its follow-up.', zh: '应巡查日期与跟进。' },
    },
    {
      fact: { en: 'Evaluation of a station', zh: '社工站评估' },
      aggregate: 'station-evaluation',
      strike: 'strikeStationEvaluation',
      correct: 'correctStationEvaluation',
      office: 'EVALUATOR',
      follows: {
        en: 'Grade and rectification of the station, the bar of its operator here, in pairing and in funding, figures.',
        zh: '社工站等级与整改、承接机构受限（含结对、经费两服务）、统计。',
      },
    },
    {
      fact: { en: 'Activity of a station', zh: '社工站活动' },
      aggregate: 'station',
      strike: 'strikeActivity',
      correct: null,
      reason: {
        en: 'Struck out and entered anew: nothing rests on one activity but that it was held.',
        zh: '作废后重新登记。',
      },
      office: 'AGENCY_MANAGER',
      follows: { en: 'The ACTIVITY have, the light, coverage.', zh: '“有活动”、达标灯、覆盖率。' },
    },
    {
      fact: { en: 'Acceptance check', zh: '验收' },
      aggregate: 'station',
      strike: 'strikeAcceptanceCheck',
      correct: 'correctAcceptanceCheck',
      office: 'GUIDANCE_CENTRE',
      follows: { en: 'Status of the station and its five haves.', zh: '社工站状态与五有。' },
    },
    {
      fact: { en: 'Rooms of a station', zh: '社工站功能室' },
      aggregate: 'station',
      strike: null,
      correct: 'correctRooms',
      reason: {
        en: 'A room that never was is left out of what is right.',
        zh: '不存在的活动场所在更正时去除。',
      },
      office: 'AGENCY_MANAGER',
      follows: { en: 'The FUNCTION have.', zh: '“有功能”。' },
    },
    {
      fact: { en: 'Choice of a demonstration station', zh: '示范站评定' },
      aggregate: 'station',
      strike: 'strikeDemonstrationStation',
      correct: null,
      reason: {
        en: 'Struck out and chosen anew: a choice says nothing but which station.',
        zh: '作废后重新评定。',
      },
      isDecision: true,
      office: 'COUNTY_CIVIL_AFFAIRS',
      follows: { en: 'Tier, operator mix, figures.', zh: '示范等级、承接结构、统计。' },
    },
    {
      fact: { en: 'Service record', zh: '服务记录' },
      aggregate: 'service-record',
      strike: 'strikeServiceRecord',
      correct: 'correctServiceRecord',
      office: 'AGENCY_MANAGER',
      follows: { en: 'Figures and small cells.', zh: '统计与小单元保护。' },
    },
    {
      fact: { en: 'Complaint', zh: '投诉' },
      aggregate: 'complaint',
      strike: 'strikeComplaint',
      correct: null,
      reason: { en: 'What somebody said is not put into other words.', zh: '投诉内容不得改写。' },
      office: 'COUNTY_CIVIL_AFFAIRS',
      follows: { en: 'The place of the day, the days of handling.', zh: '当日名额与办理期限。' },
    },
    {
      fact: { en: 'Choice of a demonstration room', zh: '示范室评定' },
      aggregate: 'village-room',
      strike: 'strikeDemonstrationRoom',
      correct: null,
      isDecision: true,
      reason: {
        en: 'Struck out and chosen anew: a choice says nothing but which room.',
        zh: '作废后重新评定。',
      },
      office: 'COUNTY_CIVIL_AFFAIRS',
      follows: { en: 'The place in the county’s number, figures.', zh: '全县名额、统计。' },
    },
    {
      fact: { en: 'Village room', zh: '社工室' },
      aggregate: 'village-room',
      strike: 'strikeVillageRoom',
      correct: 'correctVillageRoom',
      office: 'AGENCY_MANAGER',
      follows: {
        en: 'Figures, demonstration rooms. What it has of the standard is entered again with `equipVillageRoom`.',
        zh: '统计、示范室。场地、活动场所与制度以 equipVillageRoom 重新登记。',
      },
    },
    {
      fact: { en: 'Guidance centre', zh: '指导中心' },
      aggregate: 'guidance-centre',
      strike: 'strikeGuidanceCentre',
      correct: 'correctGuidanceCentre',
      office: 'COUNTY_CIVIL_AFFAIRS',
      follows: { en: 'The county’s centre, postings at it.', zh: '本县指导中心及其派驻。' },
    },
    {
      fact: { en: 'County policy', zh: '县级政策' },
      aggregate: 'county-policy',
      strike: 'withdrawCountyPolicy',
      correct: 'correctCountyPolicy',
      isDecision: true,
      office: 'COUNTY_CIVIL_AFFAIRS',
      follows: {
        en: 'Cap, coverage, checklist and whatever is counted by it, from its day on.',
        zh: '比例上限、覆盖率、验收清单及相关统计自施行日起。',
      },
    },
    {
      fact: { en: 'Succession of regions', zh: '区划变更' },
      aggregate: 'region-succession',
      strike: 'strikeRegionSuccession',
      correct: null,
      isDecision: true,
      reason: {
        en: 'Struck out and recorded anew before its day; afterwards the next one is recorded.',
        zh: '生效前作废后重新登记；生效后登记后续变更。',
      },
      office: 'ADMIN',
      follows: { en: 'Nothing has followed it yet.', zh: '尚无随之变更的事项。' },
    },
    {
      fact: { en: 'Unit out of scope', zh: '移出应建范围的单位' },
      aggregate: 'unit-scope',
      strike: null,
      correct: null,
      isDecision: true,
      reason: {
        en: 'It comes back with `returnUnitToScope`, from the same day on where it never should have left.',
        zh: '以 returnUnitToScope 恢复；误移出的自移出之日起恢复。',
      },
      office: 'COUNTY_CIVIL_AFFAIRS',
      follows: { en: 'Coverage of the county.', zh: '全县覆盖率。' },
    },
    {
      fact: { en: 'Key county', zh: '重点帮扶县' },
      aggregate: 'key-county',
      strike: null,
      correct: null,
      reason: { en: 'The national list names it with its page.', zh: '国家名单，附来源网页。' },
      office: 'ADMIN',
      follows: { en: 'The counties that need a pairing.', zh: '应结对县。' },
    },
  ],
  nothing: [
    {
      aggregate: 'county-coverage',
      because: {
        en: 'Counted anew from the stations whenever one of them changes.',
        zh: '随社工站变化自动重算。',
      },
    },
    {
      aggregate: 'policy-standing',
      because: {
        en: 'Told anew from the policies whenever one of them is put right.',
        zh: '随政策更正自动重告。',
      },
    },
    {
      aggregate: 'import',
      because: {
        en: 'An import is a file that was applied; each row that it wrote is a fact of its own and is put right there.',
        zh: '导入仅是载体，所写入的每条记录各自更正。',
      },
    },
    {
      aggregate: 'audit-log',
      because: { en: 'Nothing may change it.', zh: '审计日志不得更改。' },
    },
  ],
};
