import { z } from 'zod';
import { defineEvent } from '../define-event.ts';
import { OPERATOR, STATION } from './example-ids.ts';
import { count, day, id, oneOf, region } from '../fields.ts';

const notice = {
  noticeId: id('rec'),
  stationId: id('sta'),
  townshipCode: region,
  countyCode: region,
  operatorAgencyId: id('agy').nullable(),
  postCount: count,
};
const example = {
  noticeId: 'rec_01900000-0000-7000-8000-000000000041',
  stationId: STATION,
  townshipCode: '420581100',
  countyCode: '420581',
  operatorAgencyId: OPERATOR,
  postCount: 1,
};
const counted = z.object({ ...notice, applicants: count });
const countedExample = { ...example, applicants: 3 };

/** How residents are recruited (PER-4 to PER-6): numbers and days, no persons. */
export const recruitmentEvents = [
  defineEvent({
    type: 'qianshou.personnel.recruitment-opened.v1',
    aggregate: 'recruitment-notice',
    about: { en: 'Residents of a station are recruited: applications are taken.', zh: '发布招录公告' },
    data: z.object({ ...notice, openedOn: day, closesOn: day }),
    example: { ...example, openedOn: '2026-05-01', closesOn: '2026-05-20' },
  }),
  defineEvent({
    type: 'qianshou.personnel.recruitment-corrected.v1',
    aggregate: 'recruitment-notice',
    about: { en: 'A notice was corrected while applications were taken.', zh: '更正招录公告' },
    data: z.object({ ...notice, closesOn: day, before: z.object({ postCount: count, closesOn: day }) }),
    example: { ...example, closesOn: '2026-05-25', before: { postCount: 1, closesOn: '2026-05-20' } },
  }),
  defineEvent({
    type: 'qianshou.personnel.recruitment-applicants-changed.v1',
    aggregate: 'recruitment-notice',
    about: { en: 'Somebody applied, withdrew, or their entry was corrected.', zh: '报名人员变化' },
    data: counted,
    example: countedExample,
  }),
  defineEvent({
    type: 'qianshou.personnel.recruitment-closed.v1',
    aggregate: 'recruitment-notice',
    about: { en: 'No more applications: the ranking is frozen.', zh: '截止报名,排序确定' },
    data: counted,
    example: countedExample,
  }),
  defineEvent({
    type: 'qianshou.personnel.recruitment-announced.v1',
    aggregate: 'recruitment-notice',
    about: { en: 'It was announced who is to be taken.', zh: '公示拟录用人员' },
    data: z.object({ ...notice, taken: count, announcedTo: day }),
    example: { ...example, taken: 1, announcedTo: '2026-05-30' },
  }),
  defineEvent({
    type: 'qianshou.personnel.recruitment-reopened.v1',
    aggregate: 'recruitment-notice',
    about: {
      en: 'Somebody who was to be taken withdrew: it is announced anew.',
      zh: '拟录用人员放弃,重新公示',
    },
    data: counted,
    example: countedExample,
  }),
  defineEvent({
    type: 'qianshou.personnel.recruitment-signed.v1',
    aggregate: 'recruitment-notice',
    about: { en: 'One of the three who recruit signed for whom they take.', zh: '招录三方之一签字' },
    data: z.object({ ...notice, party: oneOf(['COUNTY_BUREAU', 'TOWNSHIP_OFFICE', 'OPERATOR']) }),
    example: { ...example, party: 'COUNTY_BUREAU' },
  }),
  defineEvent({
    type: 'qianshou.personnel.recruitment-concluded.v1',
    aggregate: 'recruitment-notice',
    about: { en: 'All three signed: whoever is taken is proposed.', zh: '三方签字完成,招录办结' },
    data: z.object({ ...notice, taken: count }),
    example: { ...example, taken: 1 },
  }),
  defineEvent({
    type: 'qianshou.personnel.recruitment-cancelled.v1',
    aggregate: 'recruitment-notice',
    about: { en: 'A recruitment was cancelled: nobody is taken.', zh: '取消招录' },
    data: counted,
    example: countedExample,
  }),
  defineEvent({
    type: 'qianshou.personnel.recruitment-applicants-erased.v1',
    aggregate: 'recruitment-notice',
    about: { en: 'Whoever was not taken is forgotten.', zh: '删除未录用人员信息' },
    data: z.object({ ...notice, erased: count }),
    example: { ...example, erased: 2 },
  }),
] as const;
