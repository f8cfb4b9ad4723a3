import { z } from 'zod';
import { defineEvent } from '../define-event.ts';
import { count, day, id, region, oneOf } from '../fields.ts';
import {
  AGENCY,
  APPLICATION,
  PAIRING,
  parties,
  partiesExample,
  RECIPIENT,
  SCHEME,
  taskGroup,
} from './pairing-terms.ts';

const application = {
  applicationId: id('app'),
  schemeId: id('sch'),
  dispatchingAgencyId: id('agy'),
  recipientAgencyId: id('agy'),
  countyCode: region,
};
const applicationExample = {
  applicationId: APPLICATION,
  schemeId: SCHEME,
  dispatchingAgencyId: AGENCY,
  recipientAgencyId: RECIPIENT,
  countyCode: '640522',
};

/** From a joint plan to the end of the pairing that came of it. */
export const pairingLifeCycleEvents = [
  defineEvent({
    type: 'qianshou.pairing.application-drafted.v1',
    aggregate: 'application',
    about: { en: 'One side handed in a joint plan that waits for the other side.', zh: '一方提交申报草稿' },
    data: z.object({ ...application, proposedBy: oneOf(['DISPATCHING', 'RECIPIENT']) }),
    example: { ...applicationExample, proposedBy: 'DISPATCHING' },
  }),
  defineEvent({
    type: 'qianshou.pairing.application-submitted.v1',
    aggregate: 'application',
    about: { en: 'Two agencies handed in one joint application.', zh: '双方机构联合申报' },
    data: z.object(application),
    example: applicationExample,
  }),
  defineEvent({
    type: 'qianshou.pairing.application-decided.v1',
    aggregate: 'application',
    about: { en: 'The recipient province decided an application.', zh: '受援省作出审核决定' },
    data: z.object({
      applicationId: id('app'),
      schemeId: id('sch'),
      outcome: oneOf(['MATCHED', 'REJECTED']),
      pairingId: id('par').nullable(),
    }),
    example: { applicationId: APPLICATION, schemeId: SCHEME, outcome: 'MATCHED', pairingId: PAIRING },
  }),
  defineEvent({
    type: 'qianshou.pairing.application-review-begun.v1',
    aggregate: 'application',
    about: { en: 'The recipient province took an application up.', zh: '受援省受理审核' },
    data: z.object(application),
    example: applicationExample,
  }),
  defineEvent({
    type: 'qianshou.pairing.application-withdrawn.v1',
    aggregate: 'application',
    about: { en: 'A side took its application back before a decision.', zh: '申报撤回' },
    data: z.object({ ...application, wasSubmitted: z.boolean() }),
    example: { ...applicationExample, wasSubmitted: true },
  }),
  defineEvent({
    type: 'qianshou.pairing.matched.v1',
    aggregate: 'pairing',
    about: { en: 'A dispatching and a recipient agency were paired one to one.', zh: '结对成功' },
    data: z.object({
      ...parties,
      renewedFromId: id('par').nullable().optional(),
      handedOverFromId: id('par').nullable().optional(),
    }),
    example: { ...partiesExample, renewedFromId: null, handedOverFromId: null },
  }),
  defineEvent({
    type: 'qianshou.pairing.signed.v1',
    aggregate: 'pairing',
    about: { en: 'The pairing agreement was signed.', zh: '结对协议签署' },
    data: z.object({ ...parties, signedOn: day }),
    example: { ...partiesExample, signedOn: '2026-02-01' },
  }),
  defineEvent({
    type: 'qianshou.pairing.activated.v1',
    aggregate: 'pairing',
    about: { en: 'Work of the pairing began.', zh: '结对帮扶启动' },
    data: z.object({ ...parties, startsOn: day, endsOn: day }),
    example: { ...partiesExample, startsOn: '2026-03-01', endsOn: '2026-12-31' },
  }),
  defineEvent({
    type: 'qianshou.pairing.progressed.v1',
    aggregate: 'pairing',
    about: { en: 'A figure of one of the four task groups moved.', zh: '四项任务进度更新' },
    data: z.object({
      pairingId: id('par'),
      schemeId: id('sch').optional(),
      countyCode: region,
      taskGroup,
      indicator: oneOf(['STATIONS_OPENED']),
      value: count,
    }),
    example: {
      pairingId: PAIRING,
      schemeId: SCHEME,
      countyCode: '640522',
      taskGroup: 'BUILD_STATION',
      indicator: 'STATIONS_OPENED',
      value: 3,
    },
  }),
  defineEvent({
    type: 'qianshou.pairing.suspended.v1',
    aggregate: 'pairing',
    about: { en: 'The work of a pairing rests.', zh: '结对暂停' },
    data: z.object({ ...parties, suspendedOn: day }),
    example: { ...partiesExample, suspendedOn: '2026-05-01' },
  }),
  defineEvent({
    type: 'qianshou.pairing.resumed.v1',
    aggregate: 'pairing',
    about: { en: 'A suspended pairing went on.', zh: '结对恢复' },
    data: z.object({ ...parties, resumedOn: day }),
    example: { ...partiesExample, resumedOn: '2026-06-01' },
  }),
  defineEvent({
    type: 'qianshou.pairing.past-end.v1',
    aggregate: 'pairing',
    about: { en: 'The last day of a pairing went by and nobody had ended it.', zh: '结对到期未结' },
    data: z.object({ ...parties, endsOn: day }),
    example: { ...partiesExample, endsOn: '2026-12-31' },
  }),
  defineEvent({
    type: 'qianshou.pairing.extended.v1',
    aggregate: 'pairing',
    about: { en: 'The last day of a pairing was put off.', zh: '结对延期' },
    data: z.object({ ...parties, endsOnBefore: day, endsOn: day }),
    example: { ...partiesExample, endsOnBefore: '2026-12-31', endsOn: '2027-06-30' },
  }),
  defineEvent({
    type: 'qianshou.pairing.final-evaluation-begun.v1',
    aggregate: 'pairing',
    about: { en: 'The work of a pairing is over and is judged.', zh: '进入终期评估' },
    data: z.object({ ...parties, begunOn: day }),
    example: { ...partiesExample, begunOn: '2026-12-01' },
  }),
  defineEvent({
    type: 'qianshou.pairing.completed.v1',
    aggregate: 'pairing',
    about: { en: 'A pairing was judged and completed.', zh: '结对完成' },
    data: z.object({ ...parties, completedOn: day }),
    example: { ...partiesExample, completedOn: '2026-12-31' },
  }),
  defineEvent({
    type: 'qianshou.pairing.struck.v1',
    aggregate: 'pairing',
    about: { en: 'A match that should never have been was struck out; it counts no more.', zh: '结对作废' },
    data: z.object({ ...parties, origin: oneOf(['APPLICATION', 'HISTORY']).optional() }),
    example: partiesExample,
  }),
  defineEvent({
    type: 'qianshou.pairing.terminated.v1',
    aggregate: 'pairing',
    about: {
      en: 'A pairing ended before its time; another one may have taken over its county.',
      zh: '结对终止',
    },
    data: z.object({ ...parties, terminatedOn: day, handedOverToId: id('par').nullable() }),
    example: { ...partiesExample, terminatedOn: '2026-07-01', handedOverToId: null },
  }),
] as const;
