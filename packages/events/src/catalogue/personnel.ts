import { z } from 'zod';
import { defineEvent } from '../define-event.ts';
import { OPERATOR, POSTING, WORKER } from './example-ids.ts';
import { day, id, region, oneOf } from '../fields.ts';
import { dutyEvents } from './personnel-duty.ts';
import { post, postExample } from './personnel-post.ts';
import { clockEvents } from './personnel-clock.ts';
import { employmentEvents } from './personnel-employment.ts';
import { qualificationEvents } from './personnel-qualification.ts';
import { recruitmentEvents } from './personnel-recruitment.ts';
import { renewalEvents } from './personnel-renewal.ts';
import { transferEvents } from './personnel-transfer.ts';

export const recruitingParty = oneOf(['COUNTY_BUREAU', 'TOWNSHIP_OFFICE', 'OPERATOR']);
/** How a post counted before or after the fact, so that figures are kept from the event alone. */
export const postingStanding = oneOf([
  'OFF_DUTY',
  'NOT_REQUIRED',
  'CERTIFIED',
  'UNCERTIFIED',
  'DEADLINE_NEAR',
  'OVERDUE',
]);
const standing = postingStanding.optional();

const clock = { postingId: id('pst'), workerId: id('wkr'), countyCode: region, deadline: day };
const clockExample = { postingId: POSTING, workerId: WORKER, countyCode: '420581', deadline: '2027-01-15' };

const identityCase = z.object({
  caseId: id('idc'),
  kind: oneOf(['ID_NUMBER', 'CERTIFICATE_NUMBER']),
  workerId: id('wkr'),
  countyCode: region,
  otherWorkerId: id('wkr'),
});
const identityCaseExample = {
  caseId: 'idc_01900000-0000-7000-8000-000000000024',
  kind: 'ID_NUMBER',
  workerId: WORKER,
  countyCode: '420581',
  otherWorkerId: 'wkr_01900000-0000-7000-8000-000000000026',
};

export const personnelEvents = [
  defineEvent({
    type: 'qianshou.personnel.worker-registered.v1',
    aggregate: 'worker',
    about: { en: 'A social worker was registered; the event carries no profile.', zh: '社会工作者登记' },
    data: z.object({ workerId: id('wkr'), countyCode: region, employerAgencyId: id('agy').nullable() }),
    example: { workerId: WORKER, countyCode: '420581', employerAgencyId: OPERATOR },
  }),
  ...qualificationEvents,
  ...clockEvents,
  ...employmentEvents,
  ...recruitmentEvents,
  ...renewalEvents,
  ...transferEvents,
  ...dutyEvents,
  defineEvent({
    type: 'qianshou.personnel.posting-drafted.v1',
    aggregate: 'posting',
    about: { en: 'A posting was put on record; signatures may still be missing.', zh: '拟聘人选提出' },
    data: z.object({ ...post, operatorAgencyId: id('agy').nullable(), startsOn: day }),
    example: { ...postExample, operatorAgencyId: OPERATOR, startsOn: '2026-03-01' },
  }),
  defineEvent({
    type: 'qianshou.personnel.posting-signed.v1',
    aggregate: 'posting',
    about: { en: 'One of the three parties that recruit together signed.', zh: '三方之一签字' },
    data: z.object({ postingId: id('pst'), workerId: id('wkr'), countyCode: region, party: recruitingParty }),
    example: { postingId: POSTING, workerId: WORKER, countyCode: '420581', party: 'COUNTY_BUREAU' },
  }),
  defineEvent({
    type: 'qianshou.personnel.posting-proposed.v1',
    aggregate: 'posting',
    about: { en: 'A worker was proposed for a post, jointly signed where the rule asks for it.', zh: '拟聘' },
    data: z.object({
      ...post,
      operatorAgencyId: id('agy').nullable(),
      /** TRA-7: a certified local goes first on a waiting list. */
      certifiedLocal: z.boolean(),
      needsPreJobTraining: z.boolean(),
      startsOn: day,
    }),
    example: {
      ...postExample,
      operatorAgencyId: OPERATOR,
      certifiedLocal: false,
      needsPreJobTraining: true,
      startsOn: '2026-03-01',
    },
  }),
  defineEvent({
    type: 'qianshou.personnel.posting-started.v1',
    aggregate: 'posting',
    about: { en: 'A worker came on duty.', zh: '上岗' },
    data: z.object({ ...post, startedOn: day, standing }),
    example: { ...postExample, startedOn: '2026-04-01', standing: 'UNCERTIFIED' },
  }),
  defineEvent({
    type: 'qianshou.personnel.posting-training-voided.v1',
    aggregate: 'posting',
    about: {
      en: 'The certificate of the pre-job training was cancelled while the post goes on: the training is needed again.',
      zh: '岗前培训合格证注销,须重新培训',
    },
    data: z.object({ ...post, operatorAgencyId: id('agy').nullable(), certifiedLocal: z.boolean() }),
    example: { ...postExample, operatorAgencyId: OPERATOR, certifiedLocal: false },
  }),
  defineEvent({
    type: 'qianshou.personnel.posting-training-renewed.v1',
    aggregate: 'posting',
    about: { en: 'The pre-job training was passed again.', zh: '岗前培训重新合格' },
    data: z.object(post),
    example: postExample,
  }),
  defineEvent({
    type: 'qianshou.personnel.posting-passed-over.v1',
    aggregate: 'posting',
    about: {
      en: 'A worker stays at a station whose operator changed: the posting is of the new one.',
      zh: '承接机构更换，岗位人员留用',
    },
    data: z.object({
      ...post,
      operatorAgencyId: id('agy').nullable(),
      operatorBefore: id('agy').nullable(),
      from: day,
    }),
    example: { ...postExample, operatorAgencyId: null, operatorBefore: OPERATOR, from: '2026-07-01' },
  }),
  defineEvent({
    type: 'qianshou.personnel.posting-ended.v1',
    aggregate: 'posting',
    about: { en: 'A worker left a post.', zh: '离岗' },
    data: z.object({ ...post, endedOn: day, wasOnDuty: z.boolean(), standingBefore: standing }),
    example: { ...postExample, endedOn: '2026-12-31', wasOnDuty: true, standingBefore: 'CERTIFIED' },
  }),
  defineEvent({
    type: 'qianshou.personnel.certificate-clock-started.v1',
    aggregate: 'posting',
    about: {
      en: 'An uncertified resident became eligible for the exam: the two years run.',
      zh: '两年取证期限起算',
    },
    data: z.object({ ...clock, startedOn: day }),
    example: { ...clockExample, startedOn: '2025-01-15' },
  }),
  defineEvent({
    type: 'qianshou.personnel.certificate-clock-moved.v1',
    aggregate: 'posting',
    about: {
      en: 'Another policy of the county rules: a running clock has another deadline, or stands still.',
      zh: '政策变化,取证期限调整或停止计算',
    },
    data: z.object({
      postingId: id('pst'),
      workerId: id('wkr'),
      countyCode: region,
      startedOn: day,
      /** Null: the county asks for no certificate any more. */
      deadline: day.nullable(),
      standingBefore: standing,
    }),
    example: {
      ...clockExample,
      startedOn: '2025-01-15',
      deadline: '2028-01-15',
      standingBefore: 'DEADLINE_NEAR',
    },
  }),
  defineEvent({
    type: 'qianshou.personnel.certificate-deadline-near.v1',
    aggregate: 'posting',
    about: { en: 'A certificate deadline is 180, 90 or 30 days away.', zh: '取证期限预警' },
    data: z.object({ ...clock, daysLeft: z.int(), threshold: z.int(), standingBefore: standing }),
    example: { ...clockExample, daysLeft: 53, threshold: 90, standingBefore: 'DEADLINE_NEAR' },
  }),
  defineEvent({
    type: 'qianshou.personnel.certificate-last-exam-near.v1',
    aggregate: 'posting',
    about: {
      en: 'The sign-up of the last exam that can be in time for a certificate deadline is open.',
      zh: '到期前最后一次考试开始报名',
    },
    data: z.object({ ...clock, examYear: z.int(), signUpFrom: day, signUpTo: day, standingBefore: standing }),
    example: {
      ...clockExample,
      examYear: 2026,
      signUpFrom: '2026-03-10',
      signUpTo: '2026-03-31',
      standingBefore: 'UNCERTIFIED',
    },
  }),
  defineEvent({
    type: 'qianshou.personnel.certificate-overdue.v1',
    aggregate: 'posting',
    about: {
      en: 'A certificate deadline passed without the certificate; the bureau decides.',
      zh: '到期未取证',
    },
    data: z.object({ ...clock, standingBefore: standing }),
    example: { ...clockExample, standingBefore: 'DEADLINE_NEAR' },
  }),
  defineEvent({
    type: 'qianshou.personnel.certificate-requirement-met.v1',
    aggregate: 'posting',
    about: {
      en: 'The resident obtained the certificate in time or later: no clock runs any more.',
      zh: '已取得证书',
    },
    data: z.object({
      postingId: id('pst'),
      workerId: id('wkr'),
      countyCode: region,
      standingBefore: standing,
    }),
    example: { postingId: POSTING, workerId: WORKER, countyCode: '420581', standingBefore: 'OVERDUE' },
  }),
  defineEvent({
    type: 'qianshou.personnel.certificate-requirement-reopened.v1',
    aggregate: 'posting',
    about: {
      en: 'The certificate that had met the two-year rule counts no more: the requirement is open again.',
      zh: '据以达标的证书不再有效,重新计算取证期限',
    },
    data: z.object({
      postingId: id('pst'),
      workerId: id('wkr'),
      countyCode: region,
      standingBefore: standing,
    }),
    example: { postingId: POSTING, workerId: WORKER, countyCode: '420581', standingBefore: 'CERTIFIED' },
  }),
  defineEvent({
    type: 'qianshou.personnel.identity-case-opened.v1',
    aggregate: 'identity-case',
    about: { en: 'A number stands for two workers: a case for the bureau.', zh: '身份核查事项' },
    data: identityCase,
    example: identityCaseExample,
  }),
  defineEvent({
    type: 'qianshou.personnel.identity-case-settled.v1',
    aggregate: 'identity-case',
    about: { en: 'The bureau found out what it is about two workers with one number.', zh: '身份核查办结' },
    data: identityCase.extend({ outcome: oneOf(['SAME_PERSON', 'NUMBER_WRONG']) }),
    example: { ...identityCaseExample, outcome: 'SAME_PERSON' },
  }),
] as const;
