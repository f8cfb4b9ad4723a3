import { z } from 'zod';
import { defineEvent } from '../define-event.ts';
import { count, day, id, oneOf, region } from '../fields.ts';
import { WORKER } from './example-ids.ts';

const QUALIFICATION = 'qua_01900000-0000-7000-8000-000000000022';

const person = { workerId: id('wkr'), countyCode: region };
const personExample = { workerId: WORKER, countyCode: '420581' };

/** `subjectId`: the certificate, registration or exam attempt that it is about. */
const clock = {
  ...person,
  kind: oneOf(['FIRST_REGISTRATION', 'REGISTRATION', 'CE_HOURS', 'SENIOR_PROOF']),
  subjectId: z.string(),
  startedOn: day,
  dueOn: day,
};
const clockExample = {
  ...personExample,
  kind: 'FIRST_REGISTRATION',
  subjectId: QUALIFICATION,
  startedOn: '2026-08-01',
  dueOn: '2027-08-01',
};

const standing = oneOf(['NOT_REQUIRED', 'DUE', 'CURRENT', 'RENEWAL_OPEN', 'CE_SHORT']);

export const clockEvents = [
  defineEvent({
    type: 'qianshou.personnel.clock-started.v1',
    aggregate: 'clocks',
    about: { en: 'Something is due of a person by a day.', zh: '人员期限起算' },
    data: z.object(clock),
    example: clockExample,
  }),
  defineEvent({
    type: 'qianshou.personnel.clock-moved.v1',
    aggregate: 'clocks',
    about: { en: 'What is due of a person is due by another day, or elsewhere.', zh: '人员期限调整' },
    data: z.object(clock),
    example: clockExample,
  }),
  defineEvent({
    type: 'qianshou.personnel.clock-met.v1',
    aggregate: 'clocks',
    about: { en: 'Nothing of the kind is due of the person any more.', zh: '人员期限已满足' },
    data: z.object(clock),
    example: clockExample,
  }),
  defineEvent({
    type: 'qianshou.personnel.clock-near.v1',
    aggregate: 'clocks',
    about: { en: 'What is due of a person is due soon.', zh: '人员期限预警' },
    data: z.object({ ...clock, daysLeft: z.int(), threshold: z.int() }),
    example: { ...clockExample, daysLeft: 30, threshold: 30 },
  }),
  defineEvent({
    type: 'qianshou.personnel.clock-overdue.v1',
    aggregate: 'clocks',
    about: { en: 'What was due of a person was not done in time.', zh: '人员期限逾期' },
    data: z.object(clock),
    example: clockExample,
  }),
  defineEvent({
    type: 'qianshou.personnel.registration-expiring.v1',
    aggregate: 'clocks',
    about: { en: 'The registration of a certificate runs out soon.', zh: '证书登记即将到期' },
    data: z.object({
      ...person,
      qualificationId: id('qua'),
      validUntil: day,
      hoursMissing: count,
      daysLeft: z.int(),
    }),
    example: {
      ...personExample,
      qualificationId: QUALIFICATION,
      validUntil: '2027-08-31',
      hoursMissing: 12,
      daysLeft: 90,
    },
  }),
  defineEvent({
    type: 'qianshou.personnel.registration-standing-changed.v1',
    aggregate: 'clocks',
    about: {
      en: 'How a person stands by registration and continuing education changed (PER-12).',
      zh: '登记与继续教育状态变化',
    },
    data: z.object({ ...person, standing, before: standing }),
    example: { ...personExample, standing: 'CE_SHORT', before: 'CURRENT' },
  }),
] as const;
