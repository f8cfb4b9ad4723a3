import { z } from 'zod';
import { defineEvent } from '../define-event.ts';
import { day, id, region } from '../fields.ts';
import { OPERATOR, WORKER } from './example-ids.ts';

const OTHER = 'agy_01900000-0000-7000-8000-000000000002';

const transfer = {
  workerId: id('wkr'),
  countyCode: region,
  fromAgencyId: id('agy').nullable(),
  toAgencyId: id('agy'),
  on: day,
};
const transferExample = {
  workerId: WORKER,
  countyCode: '420581',
  fromAgencyId: OPERATOR,
  toAgencyId: OTHER,
  on: '2026-09-01',
};

export const employmentEvents = [
  defineEvent({
    type: 'qianshou.personnel.worker-employer-changed.v1',
    aggregate: 'worker',
    about: { en: 'Another agency employs a worker, or none does.', zh: '用人机构变化' },
    data: z.object({
      workerId: id('wkr'),
      countyCode: region,
      employerAgencyId: id('agy').nullable(),
      employerBefore: id('agy').nullable(),
    }),
    example: { workerId: WORKER, countyCode: '420581', employerAgencyId: OTHER, employerBefore: OPERATOR },
  }),
  defineEvent({
    type: 'qianshou.personnel.worker-county-changed.v1',
    aggregate: 'worker',
    about: { en: 'Another county keeps a worker from now on.', zh: '登记县变更' },
    data: z.object({
      workerId: id('wkr'),
      countyCode: region,
      countyBefore: region,
      employerAgencyId: id('agy').nullable(),
    }),
    example: { workerId: WORKER, countyCode: '420581', countyBefore: '420582', employerAgencyId: OPERATOR },
  }),
  defineEvent({
    type: 'qianshou.personnel.worker-transfer-offered.v1',
    aggregate: 'worker',
    about: {
      en: 'The agency that employs a worker lets them go to another, which has to confirm.',
      zh: '发起人员调动',
    },
    data: z.object(transfer),
    example: transferExample,
  }),
  defineEvent({
    type: 'qianshou.personnel.worker-transfer-declined.v1',
    aggregate: 'worker',
    about: { en: 'The agency to which a worker was offered does not take them.', zh: '谢绝人员调动' },
    data: z.object(transfer),
    example: transferExample,
  }),
] as const;
