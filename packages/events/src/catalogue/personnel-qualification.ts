import { z } from 'zod';
import { defineEvent } from '../define-event.ts';
import { WORKER } from './example-ids.ts';
import { day, id, oneOf, region } from '../fields.ts';

const QUALIFICATION = 'qua_01900000-0000-7000-8000-000000000022';

export const qualificationLevel = oneOf(['ASSISTANT', 'SOCIAL_WORKER', 'SENIOR']);

const qualification = z.object({
  workerId: id('wkr'),
  qualificationId: id('qua'),
  countyCode: region,
  level: qualificationLevel,
  passLineKind: oneOf(['NATIONAL', 'SEPARATE_LINE']),
  obtainedOn: day,
  /** PER-13: the area of a separate line; absent where it is valid in the whole nation. */
  validWithin: region.nullable().optional(),
  /** TRA-7: a certified local is both. */
  localResident: z.boolean().optional(),
});
const example = {
  workerId: WORKER,
  qualificationId: QUALIFICATION,
  countyCode: '420581',
  level: 'ASSISTANT',
  passLineKind: 'NATIONAL',
  obtainedOn: '2026-08-01',
  validWithin: null,
  localResident: true,
} as const;

/** `certified`: whether the worker has, after the fact, a certificate that counts in their county. */
const changed = qualification.extend({ certified: z.boolean() });

/** Ids alone: what a person learnt and where they worked is nobody else's. */
const lifeFact = z.object({
  workerId: id('wkr'),
  countyCode: region,
  fact: oneOf(['DEGREE', 'SERVICE_PERIOD', 'REGISTRATION', 'EXAM_ATTEMPT', 'EMPLOYMENT', 'PERSON']),
  /** Of the person, as it is now. */
  localResident: z.boolean().optional(),
});
const lifeFactExample = { workerId: WORKER, countyCode: '420581', fact: 'DEGREE' } as const;

export const qualificationEvents = [
  defineEvent({
    type: 'qianshou.personnel.worker-fact-recorded.v1',
    aggregate: 'worker',
    about: {
      en: 'A further degree, a period of social work, a registration, a paper of the exam or an employment was recorded.',
      zh: '登记学历、从业经历、证书登记、考试或聘用',
    },
    data: lifeFact,
    example: lifeFactExample,
  }),
  defineEvent({
    type: 'qianshou.personnel.worker-fact-struck.v1',
    aggregate: 'worker',
    about: {
      en: 'A degree, a period of social work, a registration, a paper of the exam or an employment was struck out.',
      zh: '作废学历、从业经历、证书登记、考试或聘用',
    },
    data: lifeFact,
    example: lifeFactExample,
  }),
  defineEvent({
    type: 'qianshou.personnel.worker-fact-corrected.v1',
    aggregate: 'worker',
    about: {
      en: 'A degree, a period of social work, a registration, a paper of the exam, an employment or what is said of the person was corrected.',
      zh: '更正学历、从业经历、证书登记、考试、聘用或个人信息',
    },
    data: lifeFact,
    example: lifeFactExample,
  }),
  defineEvent({
    type: 'qianshou.personnel.qualification-obtained.v1',
    aggregate: 'worker',
    about: { en: 'A worker obtained a professional qualification.', zh: '取得社会工作者职业资格' },
    data: qualification,
    example,
  }),
  defineEvent({
    type: 'qianshou.personnel.qualification-verified.v1',
    aggregate: 'worker',
    about: { en: 'The bureau verified a certificate.', zh: '职业资格证书核验通过' },
    data: changed,
    example: { ...example, certified: true },
  }),
  defineEvent({
    type: 'qianshou.personnel.qualification-rejected.v1',
    aggregate: 'worker',
    about: { en: 'The bureau did not find a certificate: it counts no more.', zh: '职业资格证书核验不通过' },
    data: changed,
    example: { ...example, certified: false },
  }),
  defineEvent({
    type: 'qianshou.personnel.qualification-revoked.v1',
    aggregate: 'worker',
    about: {
      en: 'A verified certificate was taken back, as after fraud: it counts no more.',
      zh: '职业资格证书被撤销',
    },
    data: changed,
    example: { ...example, certified: false },
  }),
  defineEvent({
    type: 'qianshou.personnel.qualification-struck.v1',
    aggregate: 'worker',
    about: { en: 'A certificate was struck out: it was never obtained.', zh: '职业资格登记作废' },
    data: changed,
    example: { ...example, certified: false },
  }),
  defineEvent({
    type: 'qianshou.personnel.qualification-corrected.v1',
    aggregate: 'worker',
    about: {
      en: 'What stands on a certificate was put right; it is told as it reads now.',
      zh: '职业资格登记更正',
    },
    data: changed,
    example: { ...example, certified: true },
  }),
] as const;
