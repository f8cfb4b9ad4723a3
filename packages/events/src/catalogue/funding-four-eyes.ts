import { z } from 'zod';
import { defineEvent } from '../define-event.ts';
import { oneOf, region } from '../fields.ts';

const data = z.object({
  countyCode: region,
  pair: oneOf([
    'DRAFTER_APPROVER',
    'BUDGET_APPROVER_BUYER',
    'BUYER_CONTROLLER',
    'BUYER_ACCEPTOR',
    'BUYER_EVALUATOR',
    'ACCEPTOR_EVALUATOR',
    'EVALUATOR_APPEAL',
    'SCHEME_SETTER_APPROVER',
    'REQUESTER_APPROVER',
    'REQUESTER_PAYER',
    'APPROVER_PAYER',
    'POLICY_SETTER_APPROVER',
    'RECORDER_CORRECTOR',
    'ACTOR_APPROVER',
  ]),
  /** Whether the county holds it, from now on or as proposed. */
  holds: z.boolean(),
  /** Who acted: the subject of an account. */
  by: z.string(),
});
const example = { countyCode: '420581', pair: 'BUYER_ACCEPTOR', holds: false, by: 'yidu-bureau' } as const;

/** What a county decided about who may not do both of two acts. */
export const fundingFourEyesEvents = [
  defineEvent({
    type: 'qianshou.funding.four-eyes-proposed.v1',
    aggregate: 'four-eyes-switch',
    about: { en: 'A county is to hold a pair of the four-eyes table otherwise.', zh: '不相容岗位调整申请' },
    data,
    example,
  }),
  defineEvent({
    type: 'qianshou.funding.four-eyes-switched.v1',
    aggregate: 'four-eyes-switch',
    about: { en: 'A county holds a pair of the four-eyes table otherwise.', zh: '不相容岗位调整' },
    data,
    example: { ...example, by: 'yidu-finance' },
  }),
] as const;
