import { z } from 'zod';
import { defineEvent } from '../define-event.ts';
import { STATION } from './example-ids.ts';
import { count, day, id, region, year } from '../fields.ts';
import { AGENCY, agencyStatus, pairingMode, RECIPIENT, SCHEME } from './pairing-terms.ts';

const PHASE = 'pha_01900000-0000-7000-8000-000000000006';

const capabilities = { canDispatch: z.boolean(), canReceive: z.boolean(), canOperate: z.boolean() };

export const pairingEvents = [
  defineEvent({
    type: 'qianshou.pairing.phase-opened.v1',
    aggregate: 'programme-phase',
    about: { en: 'A phase of the programme was opened for pairings.', zh: '计划阶段开启' },
    data: z.object({ phaseId: id('pha'), name: z.string(), startsOn: day, endsOn: day, source: z.string() }),
    example: {
      phaseId: PHASE,
      name: '2026–2030(演示)',
      startsOn: '2026-01-01',
      endsOn: '2030-12-31',
      source: '演示数据',
    },
  }),
  defineEvent({
    type: 'qianshou.pairing.phase-closed.v1',
    aggregate: 'programme-phase',
    about: { en: 'A phase of the programme was closed; it takes no new pairings.', zh: '计划阶段关闭' },
    data: z.object({ phaseId: id('pha') }),
    example: { phaseId: PHASE },
  }),
  defineEvent({
    type: 'qianshou.pairing.phase-reopened.v1',
    aggregate: 'programme-phase',
    about: { en: 'A phase that was closed by mistake takes pairings again.', zh: '计划阶段重新开启' },
    data: z.object({ phaseId: id('pha') }),
    example: { phaseId: PHASE },
  }),
  defineEvent({
    type: 'qianshou.pairing.phase-corrected.v1',
    aggregate: 'programme-phase',
    about: { en: 'The name or the source of a phase was put right; its days stay.', zh: '计划阶段更正' },
    data: z.object({ phaseId: id('pha') }),
    example: { phaseId: PHASE },
  }),
  defineEvent({
    type: 'qianshou.pairing.agency-registered.v1',
    aggregate: 'agency',
    about: {
      en: 'A social-work agency was registered on the platform; UNVERIFIED where it did so itself, until its home authority confirms it.',
      zh: '社会工作服务机构完成登记;自行登记的为“待核实”,由登记地民政部门确认后生效',
    },
    data: z.object({
      agencyId: id('agy'),
      name: z.string(),
      /** Of an organisation, so no personal data. Absent in events of before 2026-11. */
      unifiedSocialCreditCode: z.string().optional(),
      homeRegionCode: region,
      ...capabilities,
      status: agencyStatus,
    }),
    example: {
      agencyId: AGENCY,
      name: '演示社工服务中心',
      unifiedSocialCreditCode: '52350203MJ0000001K',
      homeRegionCode: '350203',
      canDispatch: true,
      canReceive: false,
      canOperate: false,
      status: 'ACTIVE',
    },
  }),
  defineEvent({
    type: 'qianshou.pairing.agency-status-changed.v1',
    aggregate: 'agency',
    about: {
      en: 'An agency was confirmed, refused, suspended, struck off or reinstated, or its entry was merged into another one.',
      zh: '机构状态变更',
    },
    data: z.object({
      agencyId: id('agy'),
      status: agencyStatus,
      /** Absent in events of before 2026-11-27. */
      statusBefore: agencyStatus.optional(),
      reason: z.string(),
    }),
    example: { agencyId: AGENCY, status: 'SUSPENDED', statusBefore: 'ACTIVE', reason: '年度评估不合格' },
  }),
  defineEvent({
    type: 'qianshou.pairing.agency-revised.v1',
    aggregate: 'agency',
    about: { en: 'The home authority of an agency attested what it can do now.', zh: '机构资质修订' },
    data: z.object({ agencyId: id('agy'), ...capabilities, evaluationGrade: z.string() }),
    example: {
      agencyId: AGENCY,
      canDispatch: true,
      canReceive: false,
      canOperate: true,
      evaluationGrade: 'A3',
    },
  }),
  defineEvent({
    type: 'qianshou.pairing.agency-registration-changed.v1',
    aggregate: 'agency',
    about: {
      en: 'The certificate of an agency says otherwise from a day on, or was written down wrongly: all that it says now, and where the agency was at home before.',
      zh: '机构登记事项变更或更正',
    },
    data: z.object({
      agencyId: id('agy'),
      name: z.string(),
      unifiedSocialCreditCode: z.string(),
      homeRegionCode: region,
      homeRegionCodeBefore: region,
      status: agencyStatus,
      changedOn: day,
    }),
    example: {
      agencyId: AGENCY,
      name: '演示社工服务中心',
      unifiedSocialCreditCode: '52350203MJ0000001K',
      homeRegionCode: '350203',
      homeRegionCodeBefore: '350205',
      status: 'ACTIVE',
      changedOn: '2026-05-01',
    },
  }),
  defineEvent({
    type: 'qianshou.pairing.agency-merged.v1',
    aggregate: 'agency',
    about: {
      en: 'Two entries turned out to be one agency: whatever names the dropped one names the kept one, `agencyId`, from now on.',
      zh: '机构记录合并:引用被并入记录的,改为引用保留的机构',
    },
    data: z.object({ agencyId: id('agy'), droppedAgencyId: id('agy') }),
    example: { agencyId: AGENCY, droppedAgencyId: RECIPIENT },
  }),
  defineEvent({
    type: 'qianshou.pairing.agency-barred-for-year.v1',
    aggregate: 'agency',
    about: {
      en: 'An unqualified grade bars an agency from being paired in the year after.',
      zh: '评估不合格,下一年度不得结对',
    },
    data: z.object({ agencyId: id('agy'), year }),
    example: { agencyId: AGENCY, year: 2027 },
  }),
  defineEvent({
    type: 'qianshou.pairing.agency-bar-lifted.v1',
    aggregate: 'agency',
    about: {
      en: 'An evaluation that had barred an agency was struck out or corrected; where no other one bars the year, it is free.',
      zh: '评估作废或更正,解除该年度结对限制',
    },
    data: z.object({ agencyId: id('agy'), year, stillBarred: z.boolean() }),
    example: { agencyId: AGENCY, year: 2027, stillBarred: false },
  }),
  defineEvent({
    type: 'qianshou.pairing.scheme-opened.v1',
    aggregate: 'scheme',
    about: {
      en: 'Two provinces (or one) opened a cooperation scheme with a quota of pairs.',
      zh: '协作方案启动',
    },
    data: z.object({
      schemeId: id('sch'),
      dispatchProvinceCode: region,
      recipientProvinceCode: region,
      mode: pairingMode,
      quota: count,
      year,
    }),
    example: {
      schemeId: SCHEME,
      dispatchProvinceCode: '350000',
      recipientProvinceCode: '640000',
      mode: 'CROSS_PROVINCE',
      quota: 5,
      year: 2026,
    },
  }),
  defineEvent({
    type: 'qianshou.pairing.scheme-place-taken.v1',
    aggregate: 'scheme',
    about: { en: 'An accepted pair took a place of its scheme.', zh: '协作方案名额占用' },
    data: z.object({ schemeId: id('sch'), accepted: count, quota: count }),
    example: { schemeId: SCHEME, accepted: 1, quota: 5 },
  }),
  defineEvent({
    type: 'qianshou.pairing.scheme-place-returned.v1',
    aggregate: 'scheme',
    about: { en: 'A match that never was gave its place of the scheme back.', zh: '协作方案名额退回' },
    data: z.object({ schemeId: id('sch'), accepted: count, quota: count }),
    example: { schemeId: SCHEME, accepted: 0, quota: 5 },
  }),
  defineEvent({
    type: 'qianshou.pairing.county-listed.v1',
    aggregate: 'recipient-county',
    about: {
      en: 'The programme took up a national key county, with the pairings at work in it.',
      zh: '重点帮扶县纳入计划',
    },
    data: z.object({ countyCode: region, sourceUrl: z.string(), activePairings: count }),
    example: { countyCode: '640522', sourceUrl: 'https://example.org/list', activePairings: 0 },
  }),
  defineEvent({
    type: 'qianshou.pairing.county-cover-changed.v1',
    aggregate: 'recipient-county',
    about: { en: 'The number of pairings at work in a county changed.', zh: '受援县在帮结对数变化' },
    data: z.object({
      countyCode: region,
      keyCounty: z.boolean(),
      activePairingsBefore: count,
      activePairings: count,
    }),
    example: { countyCode: '640522', keyCounty: true, activePairingsBefore: 0, activePairings: 1 },
  }),
  defineEvent({
    type: 'qianshou.pairing.county-station-counted.v1',
    aggregate: 'recipient-county',
    about: {
      en: 'A station that opened in a county with pairings at work was counted, once.',
      zh: '受援县社工站计入结对成效',
    },
    data: z.object({ countyCode: region, stationId: id('sta'), stationsOpened: count }),
    example: { countyCode: '640522', stationId: STATION, stationsOpened: 3 },
  }),
] as const;
