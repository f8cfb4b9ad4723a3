import { z } from 'zod';
import { defineEvent } from '../define-event.ts';
import { CHECK, OPERATOR, STATION } from './example-ids.ts';
import { count, day, id, region, oneOf } from '../fields.ts';
import { policyEvents } from './station-policy.ts';

const ACTIVITY = 'sac_01900000-0000-7000-8000-00000000001a';

export const tier = oneOf(['ORDINARY', 'DEMONSTRATION']);
/** The checklist is data of the county (five haves in Yidu, six elsewhere), so the wire names it openly. */
const have = z.string();

export const place = { stationId: id('sta'), townshipCode: region, countyCode: region };
export const placeExample = { stationId: STATION, townshipCode: '420581100', countyCode: '420581' };
export const standing = {
  ...place,
  tier,
  operatorAgencyId: id('agy').nullable(),
  /** Absent in events of before 2026-11-27. */
  operationMode: oneOf(['PURCHASED', 'DIRECT_HIRE', 'MIXED']).optional(),
  /** What its sign says, by which people know it (STA-3). Absent in events of before 2026-11-28. */
  signage: z.string().optional(),
};
export const standingExample = { ...placeExample, tier: 'ORDINARY', operatorAgencyId: OPERATOR };

export const stationEvents = [
  defineEvent({
    type: 'qianshou.station.region-designated.v1',
    aggregate: 'key-county',
    about: {
      en: 'A county was listed as a national key county, with the source of the listing.',
      zh: '列入国家乡村振兴重点帮扶县',
    },
    data: z.object({ countyCode: region, designation: oneOf(['KEY_COUNTY']), sourceUrl: z.string() }),
    example: { countyCode: '640522', designation: 'KEY_COUNTY', sourceUrl: 'https://example.org/list' },
  }),
  ...policyEvents,
  defineEvent({
    type: 'qianshou.station.planned.v1',
    aggregate: 'station',
    about: { en: 'A station was planned in a township-level unit.', zh: '社工站立项' },
    data: z.object(standing),
    example: { ...standingExample, operationMode: 'PURCHASED' },
  }),
  defineEvent({
    type: 'qianshou.station.site-readied.v1',
    aggregate: 'station',
    about: { en: 'The premises of a station are ready.', zh: '社工站场地落实' },
    data: z.object({
      ...place,
      siteSource: z.string(),
      /** They replace premises that had been checked. Absent in events of before 2026-11-27. */
      needsCheck: z.boolean().optional(),
    }),
    example: { ...placeExample, siteSource: 'CIVIL_AFFAIRS_OFFICE', needsCheck: false },
  }),
  defineEvent({
    type: 'qianshou.station.site-checked.v1',
    aggregate: 'station',
    about: {
      en: 'The premises to which a working station had moved were checked.',
      zh: '社工站迁址后场地复验',
    },
    data: z.object({ ...place, checkId: id('chk'), checkedOn: day, passed: z.boolean() }),
    example: { ...placeExample, checkId: CHECK, checkedOn: '2026-06-01', passed: true },
  }),
  defineEvent({
    type: 'qianshou.station.room-added.v1',
    aggregate: 'station',
    about: { en: 'A room was added to a station.', zh: '新增活动场所' },
    data: z.object({ ...place, kind: z.string() }),
    example: { ...placeExample, kind: 'CASE_ROOM' },
  }),
  defineEvent({
    type: 'qianshou.station.document-filed.v1',
    aggregate: 'station',
    about: { en: 'The document of a regime or a mechanism was filed.', zh: '制度或机制文件归档' },
    data: z.object({ ...place, subject: z.string() }),
    example: { ...placeExample, subject: 'FINANCE' },
  }),
  defineEvent({
    type: 'qianshou.station.activity-logged.v1',
    aggregate: 'station',
    about: { en: 'An activity of a station was logged.', zh: '登记社工站活动' },
    data: z.object({ ...place, heldOn: day }),
    example: { ...placeExample, heldOn: '2026-04-01' },
  }),
  defineEvent({
    type: 'qianshou.station.activity-struck.v1',
    aggregate: 'station',
    about: { en: 'An activity logged by mistake was struck out; it counts no more.', zh: '社工站活动作废' },
    data: z.object({ ...place, activityId: id('sac'), heldOn: day }),
    example: { ...placeExample, activityId: ACTIVITY, heldOn: '2026-04-01' },
  }),
  defineEvent({
    type: 'qianshou.station.haves-changed.v1',
    aggregate: 'station',
    about: {
      en: "A station came to have every item of its county's checklist, by default the five haves, or has one no longer.",
      zh: '社工站五有(验收清单)达标情况变化',
    },
    data: z.object({ ...standing, complete: z.boolean(), missing: z.array(have) }),
    example: { ...standingExample, complete: false, missing: ['STAFF'] },
  }),
  defineEvent({
    type: 'qianshou.station.staff-changed.v1',
    aggregate: 'station',
    about: { en: 'A posting at a station began or ended; counts only.', zh: '社工站在岗人员变动' },
    data: z.object({ ...place, heads: count, deputies: count, residents: count }),
    example: { ...placeExample, heads: 1, deputies: 0, residents: 1 },
  }),
  defineEvent({
    type: 'qianshou.station.acceptance-requested.v1',
    aggregate: 'station',
    about: { en: 'A station asked to be accepted.', zh: '申请验收' },
    data: z.object(place),
    example: placeExample,
  }),
  defineEvent({
    type: 'qianshou.station.acceptance-refused.v1',
    aggregate: 'station',
    about: {
      en: 'A check found haves missing; they are to be put right by a date.',
      zh: '验收未通过,限期整改',
    },
    data: z.object({ ...place, checkId: id('chk'), missing: z.array(have), rectifyBy: day }),
    example: { ...placeExample, checkId: CHECK, missing: ['ACTIVITY'], rectifyBy: '2026-06-30' },
  }),
  defineEvent({
    type: 'qianshou.station.acceptance-passed.v1',
    aggregate: 'station',
    about: { en: 'A check found all haves true.', zh: '验收通过' },
    data: z.object({ ...standing, checkId: id('chk'), checkedOn: day }),
    example: { ...standingExample, checkId: CHECK, checkedOn: '2026-05-01' },
  }),
  defineEvent({
    type: 'qianshou.station.opened.v1',
    aggregate: 'station',
    about: { en: 'A station began to operate; its township unit counts as covered.', zh: '社工站开始运营' },
    data: z.object({ ...standing, openedOn: day }),
    example: { ...standingExample, openedOn: '2026-05-02' },
  }),
  defineEvent({
    type: 'qianshou.station.taken-over.v1',
    aggregate: 'station',
    about: {
      en: 'A station that had opened before it was entered here was taken over from its county’s register: since when it is open, and the check that let it open. It operates.',
      zh: '已运营社工站补录入库',
    },
    data: z.object({ ...standing, openedOn: day, checkId: id('chk'), checkedOn: day }),
    example: { ...standingExample, openedOn: '2022-06-01', checkId: CHECK, checkedOn: '2022-05-20' },
  }),
  defineEvent({
    type: 'qianshou.station.tier-changed.v1',
    aggregate: 'station',
    about: { en: 'A station became a demonstration station or an ordinary one again.', zh: '示范站等级变更' },
    data: z.object({
      ...place,
      operatorAgencyId: id('agy').nullable(),
      from: tier,
      to: tier,
      selectedOn: day,
    }),
    example: {
      ...placeExample,
      operatorAgencyId: OPERATOR,
      from: 'ORDINARY',
      to: 'DEMONSTRATION',
      selectedOn: '2026-06-01',
    },
  }),
] as const;
