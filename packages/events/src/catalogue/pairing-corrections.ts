import { z } from 'zod';
import { defineEvent } from '../define-event.ts';
import { count, day, id, oneOf, region } from '../fields.ts';
import {
  AGENCY,
  APPLICATION,
  parties,
  partiesExample,
  RECIPIENT,
  SCHEME,
  taskGroup,
  verdict,
} from './pairing-terms.ts';
import {
  activity,
  activityExample,
  stay,
  stayExample,
  target,
  targetExample,
  workerDays,
} from './pairing-work-terms.ts';

const days = count.nullable();
const judged = { verdict: verdict.nullable(), verdictBefore: verdict.nullable() };
const reached = { achievedValue: count, wasMet: z.boolean(), isMet: z.boolean() };

/** What was recorded of the work of pairings and had happened otherwise, or never: `before` is taken back. */
export const pairingCorrectionEvents = [
  defineEvent({
    type: 'qianshou.pairing.target-struck.v1',
    aggregate: 'pairing-target',
    about: { en: 'A target had been set by mistake; it counts no more.', zh: '结对目标作废' },
    data: z.object({ ...target, wasMet: z.boolean() }),
    example: { ...targetExample, wasMet: false },
  }),
  defineEvent({
    type: 'qianshou.pairing.target-corrected.v1',
    aggregate: 'pairing-target',
    about: {
      en: 'A target had been set otherwise; what it is now, and what it counted as before.',
      zh: '结对目标更正',
    },
    data: z.object({
      ...target,
      targetValue: count,
      dueOn: day,
      isMet: z.boolean(),
      before: z.object({ taskGroup, wasMet: z.boolean() }),
    }),
    example: {
      ...targetExample,
      targetValue: 4,
      dueOn: '2026-12-31',
      isMet: true,
      before: { taskGroup: 'BUILD_STATION', wasMet: false },
    },
  }),
  defineEvent({
    type: 'qianshou.pairing.target-progress-corrected.v1',
    aggregate: 'pairing-target',
    about: { en: 'An entry of progress had been recorded wrongly; what stands now.', zh: '目标进度更正' },
    data: z.object({ ...target, ...reached }),
    example: { ...targetExample, achievedValue: 4, wasMet: true, isMet: false },
  }),
  defineEvent({
    type: 'qianshou.pairing.dispatch-corrected.v1',
    aggregate: 'dispatch-assignment',
    about: {
      en: 'A stay had been recorded wrongly; what it is now, and what is taken back of what it was.',
      zh: '援派派驻更正',
    },
    data: z.object({
      ...stay,
      leftOn: day.nullable(),
      workingDays: days,
      firstOfYear: z.boolean(),
      ...workerDays,
      before: z.object({
        arrivedOn: day,
        leftOn: day.nullable(),
        workingDays: days,
        onlyOfYear: z.boolean(),
        ...workerDays,
      }),
      verdictBefore: verdict.nullable(),
    }),
    example: {
      ...stayExample,
      leftOn: '2026-04-20',
      workingDays: 24,
      firstOfYear: false,
      workerDaysBefore: 0,
      workerDays: 24,
      before: {
        arrivedOn: '2026-03-12',
        leftOn: '2026-04-20',
        workingDays: 27,
        onlyOfYear: false,
        workerDaysBefore: 27,
        workerDays: 0,
      },
      verdictBefore: null,
    },
  }),
  defineEvent({
    type: 'qianshou.pairing.activity-corrected.v1',
    aggregate: 'support-activity',
    about: {
      en: 'An activity had been logged wrongly; what it was, and what is taken back.',
      zh: '帮扶活动更正',
    },
    data: activity.extend({
      before: activity.pick({
        taskGroup: true,
        kind: true,
        onsite: true,
        heldOn: true,
        hours: true,
        participants: true,
        documentsIssued: true,
      }),
      verdictBefore: verdict.nullable(),
    }),
    example: {
      ...activityExample,
      before: {
        taskGroup: 'TRAIN_TALENT',
        kind: 'EXCHANGE',
        onsite: true,
        heldOn: '2026-04-01',
        hours: 3,
        participants: 42,
        documentsIssued: 0,
      },
      verdictBefore: null,
    },
  }),
  defineEvent({
    type: 'qianshou.pairing.activity-judged.v1',
    aggregate: 'support-activity',
    about: {
      en: 'The side that is helped confirmed or contested an activity that it was told of.',
      zh: '受援方确认帮扶活动或提出异议',
    },
    data: activity.extend(judged),
    example: { ...activityExample, verdict: 'CONFIRMED', verdictBefore: null },
  }),
  defineEvent({
    type: 'qianshou.pairing.dispatch-judged.v1',
    aggregate: 'dispatch-assignment',
    about: {
      en: 'The side that is helped confirmed or contested the working days of a stay.',
      zh: '受援方确认派驻工作日或提出异议',
    },
    data: z.object({ ...stay, workingDays: count, ...judged }),
    example: { ...stayExample, workingDays: 24, verdict: 'CONTESTED', verdictBefore: 'CONFIRMED' },
  }),
  defineEvent({
    type: 'qianshou.pairing.task-groups-changed.v1',
    aggregate: 'pairing',
    about: {
      en: 'Both sides of a pairing agreed on other task groups, from a day on.',
      zh: '结对任务组变更',
    },
    data: z.object({ ...parties, before: z.array(taskGroup), changedOn: day }),
    example: { ...partiesExample, before: ['BUILD_STATION'], changedOn: '2026-06-01' },
  }),
  defineEvent({
    type: 'qianshou.pairing.history-entered.v1',
    aggregate: 'pairing',
    about: {
      en: 'A pairing of earlier years was entered from its papers into a closed phase; it is counted apart.',
      zh: '历史结对补录(单独统计)',
    },
    data: z.object({ ...parties, startsOn: day.nullable(), endsOn: day.nullable() }),
    example: { ...partiesExample, cycleYear: 2023, startsOn: '2023-03-01', endsOn: '2023-12-31' },
  }),
  defineEvent({
    type: 'qianshou.pairing.application-recommended.v1',
    aggregate: 'application',
    about: {
      en: 'The province that sends the help recommended an application of its agency, or objected.',
      zh: '支援省对申报推荐或提出异议',
    },
    data: z.object({
      applicationId: id('app'),
      schemeId: id('sch'),
      dispatchingAgencyId: id('agy'),
      recipientAgencyId: id('agy'),
      countyCode: region,
      verdict: oneOf(['RECOMMENDED', 'OBJECTED']),
    }),
    example: {
      applicationId: APPLICATION,
      schemeId: SCHEME,
      dispatchingAgencyId: AGENCY,
      recipientAgencyId: RECIPIENT,
      countyCode: '640522',
      verdict: 'RECOMMENDED',
    },
  }),
] as const;
