import { z } from 'zod';
import { defineEvent } from '../define-event.ts';
import { day, id, oneOf, region } from '../fields.ts';
import { WORKER } from './example-ids.ts';

const request = { requestId: id('wtr'), countyCode: region };
const requestExample = { requestId: 'wtr_01900000-0000-7000-8000-000000000072', countyCode: '420581' };
/** Both are null of a number that nobody has. */
const question = { questionId: id('wtq'), countyCode: region.nullable(), workerId: id('wkr').nullable() };
const questionExample = {
  questionId: 'wtq_01900000-0000-7000-8000-000000000073',
  countyCode: '420582',
  workerId: WORKER,
};

/** A county asks for somebody by number: the county that keeps them hears who, the other only that they come (PER-16). */
export const transferEvents = [
  defineEvent({
    type: 'qianshou.personnel.worker-transfer-requested.v1',
    aggregate: 'worker-transfer-request',
    about: { en: 'A county asks for somebody whom another may keep.', zh: '调入申请' },
    data: z.object({ ...request, openUntil: day }),
    example: { ...requestExample, openUntil: '2026-12-20' },
  }),
  defineEvent({
    type: 'qianshou.personnel.worker-transfer-granted.v1',
    aggregate: 'worker-transfer-request',
    about: { en: 'The other county lets them go.', zh: '同意调入' },
    data: z.object({ ...request, workerId: id('wkr') }),
    example: { ...requestExample, workerId: WORKER },
  }),
  defineEvent({
    type: 'qianshou.personnel.worker-transfer-asked.v1',
    aggregate: 'worker-transfer-question',
    about: { en: 'The county that keeps a person is asked to let them go.', zh: '征询调出' },
    data: z.object(question),
    example: questionExample,
  }),
  defineEvent({
    type: 'qianshou.personnel.worker-transfer-answered.v1',
    aggregate: 'worker-transfer-question',
    about: { en: 'The county that keeps a person answers.', zh: '答复调出' },
    data: z.object({ ...question, answer: oneOf(['GRANTED', 'DECLINED']) }),
    example: { ...questionExample, answer: 'GRANTED' },
  }),
] as const;
