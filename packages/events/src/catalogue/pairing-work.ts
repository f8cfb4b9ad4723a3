import { z } from 'zod';
import { defineEvent } from '../define-event.ts';
import { count, day, id } from '../fields.ts';
import { parties, partiesExample, RECIPIENT, SCHEME, verdict } from './pairing-terms.ts';
import {
  activity,
  activityExample,
  stay,
  stayExample,
  target,
  targetExample,
  workerDays,
} from './pairing-work-terms.ts';

const limit = count.nullable();
const policy = z.object({
  minimumWorkers: limit,
  minimumYearlyDays: limit,
  minimumStayDays: limit,
  minimumAgenciesGrown: limit,
  minimumTrainees: limit,
  quietDays: limit,
  reportMonths: count,
  reportGraceDays: count,
  /** The least score of each grade. Absent in events of before 2026-11-27. */
  grades: z.object({ excellent: count, good: count, barelyQualified: count }).optional(),
});
const policyExample = {
  minimumWorkers: 2,
  minimumYearlyDays: 40,
  minimumStayDays: 10,
  minimumAgenciesGrown: 1,
  minimumTrainees: 3,
  quietDays: 90,
  reportMonths: 3,
  reportGraceDays: 30,
};

/** What pairings do, report and are told. Who took part is counted, never named. */
export const pairingWorkEvents = [
  defineEvent({
    type: 'qianshou.pairing.target-set.v1',
    aggregate: 'pairing-target',
    about: { en: 'A pairing set itself a target in a task group.', zh: '结对目标设定' },
    data: z.object({ ...target, targetValue: count, dueOn: day }),
    example: { ...targetExample, targetValue: 5, dueOn: '2026-12-31' },
  }),
  defineEvent({
    type: 'qianshou.pairing.target-progressed.v1',
    aggregate: 'pairing-target',
    about: { en: 'What was reached of a target was recorded.', zh: '结对目标进度' },
    data: z.object({ ...target, achievedValue: count, wasMet: z.boolean(), isMet: z.boolean() }),
    example: { ...targetExample, achievedValue: 5, wasMet: false, isMet: true },
  }),
  defineEvent({
    type: 'qianshou.pairing.target-progress-struck.v1',
    aggregate: 'pairing-target',
    about: { en: 'An entry of progress was struck out; what stands now.', zh: '目标进度作废' },
    data: z.object({ ...target, achievedValue: count, wasMet: z.boolean(), isMet: z.boolean() }),
    example: { ...targetExample, achievedValue: 3, wasMet: true, isMet: false },
  }),
  defineEvent({
    type: 'qianshou.pairing.dispatch-started.v1',
    aggregate: 'dispatch-assignment',
    about: { en: 'A worker was dispatched to a recipient county.', zh: '援派社工到岗' },
    data: z.object({ ...stay, firstOfYear: z.boolean() }),
    example: { ...stayExample, firstOfYear: true },
  }),
  defineEvent({
    type: 'qianshou.pairing.dispatch-ended.v1',
    aggregate: 'dispatch-assignment',
    about: { en: 'A dispatched worker left, with the working days of the stay.', zh: '援派社工离岗' },
    data: z.object({
      ...stay,
      leftOn: day,
      workingDays: count,
      /** It had ended with its pairing, and its working days are told now. Absent where it ends for the first time. */
      again: z.boolean().optional(),
      ...workerDays,
    }),
    example: {
      ...stayExample,
      leftOn: '2026-04-10',
      workingDays: 20,
      workerDaysBefore: 25,
      workerDays: 45,
    },
  }),
  defineEvent({
    type: 'qianshou.pairing.dispatch-struck.v1',
    aggregate: 'dispatch-assignment',
    about: { en: 'A stay was struck out as a mistake; it counts no more.', zh: '援派派驻作废' },
    data: z.object({
      ...stay,
      leftOn: day.nullable(),
      workingDays: count.nullable(),
      wasPresent: z.boolean(),
      onlyOfYear: z.boolean(),
      workerDaysBefore: count,
      workerDays: count,
      verdictBefore: verdict.nullable().optional(),
    }),
    example: {
      ...stayExample,
      leftOn: '2026-04-10',
      workingDays: 20,
      wasPresent: false,
      onlyOfYear: false,
      workerDaysBefore: 45,
      workerDays: 25,
    },
  }),
  defineEvent({
    type: 'qianshou.pairing.activity-logged.v1',
    aggregate: 'support-activity',
    about: { en: 'A support activity of a task group was logged; counts only.', zh: '帮扶活动登记' },
    data: activity,
    example: activityExample,
  }),
  defineEvent({
    type: 'qianshou.pairing.activity-struck.v1',
    aggregate: 'support-activity',
    about: {
      en: 'A support activity was struck out as a mistake; it counts no more.',
      zh: '帮扶活动作废',
    },
    data: activity.extend({ verdictBefore: verdict.nullable().optional() }),
    example: activityExample,
  }),
  defineEvent({
    type: 'qianshou.pairing.trainees-named.v1',
    aggregate: 'pairing',
    about: { en: 'The recipient side named the people to be trained; how many.', zh: '确定培养对象' },
    data: z.object({ ...parties, traineesBefore: count, trainees: count }),
    example: { ...partiesExample, traineesBefore: 0, trainees: 3 },
  }),
  defineEvent({
    type: 'qianshou.pairing.agency-grown.v1',
    aggregate: 'pairing',
    about: { en: 'A local agency grew with the help of a pairing.', zh: '培育本地机构' },
    data: z.object({ ...parties, agencyId: id('agy'), grownOn: day.optional() }),
    example: { ...partiesExample, agencyId: RECIPIENT, grownOn: '2026-06-30' },
  }),
  defineEvent({
    type: 'qianshou.pairing.agency-growth-struck.v1',
    aggregate: 'pairing',
    about: {
      en: 'An agency had been recorded as grown by mistake; it counts no more. `grownOn`: the day on which it was counted, null where nobody kept it.',
      zh: '培育机构作废',
    },
    data: z.object({ ...parties, agencyId: id('agy'), grownOn: day.nullable() }),
    example: { ...partiesExample, agencyId: RECIPIENT, grownOn: '2026-06-30' },
  }),
  defineEvent({
    type: 'qianshou.pairing.trainee-struck.v1',
    aggregate: 'pairing',
    about: { en: 'Somebody had been named to be trained by mistake; how many stand.', zh: '培养对象作废' },
    data: z.object({ ...parties, traineesBefore: count, trainees: count }),
    example: { ...partiesExample, traineesBefore: 3, trainees: 2 },
  }),
  defineEvent({
    type: 'qianshou.pairing.scheme-quota-changed.v1',
    aggregate: 'scheme',
    about: { en: 'The quota of a scheme was changed.', zh: '协作方案名额调整' },
    data: z.object({ schemeId: id('sch'), quotaBefore: count, quota: count }),
    example: { schemeId: SCHEME, quotaBefore: 5, quota: 8 },
  }),
  defineEvent({
    type: 'qianshou.pairing.scheme-policy-adopted.v1',
    aggregate: 'scheme',
    about: {
      en: 'The numbers that the rules of a scheme go by were adopted; null switches a rule off.',
      zh: '协作方案参数发布',
    },
    data: z.object({ schemeId: id('sch'), policy }),
    example: { schemeId: SCHEME, policy: policyExample },
  }),
  defineEvent({
    type: 'qianshou.pairing.scheme-authority-changed.v1',
    aggregate: 'scheme',
    about: {
      en: 'Another authority stands for a scheme from a day on.',
      zh: '协作方案主管部门变更',
    },
    data: z.object({ schemeId: id('sch'), name: z.string(), since: day }),
    example: { schemeId: SCHEME, name: '演示省委社会工作部', since: '2026-07-01' },
  }),
] as const;
