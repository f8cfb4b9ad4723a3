import { z } from 'zod';
import { defineEvent } from '../define-event.ts';
import { count, day, id, region, year } from '../fields.ts';
import { AGENCY, PAIRING, parties, partiesExample, RECIPIENT, SCHEME, taskGroup } from './pairing-terms.ts';

const WORKER = 'wkr_01900000-0000-7000-8000-000000000021';
const TARGET = 'tgt_01900000-0000-7000-8000-000000000051';
const DISPATCH = 'dsp_01900000-0000-7000-8000-000000000052';
const ACTIVITY = 'act_01900000-0000-7000-8000-000000000053';
const REPORT = 'rep_01900000-0000-7000-8000-000000000054';
const EVALUATION = 'pev_01900000-0000-7000-8000-000000000055';
const NOTE = 'svn_01900000-0000-7000-8000-000000000056';
const PUBLICITY = 'pub_01900000-0000-7000-8000-000000000057';

const work = { pairingId: id('par'), schemeId: id('sch'), countyCode: region };
const workExample = { pairingId: PAIRING, schemeId: SCHEME, countyCode: '640522' };

const target = { ...work, targetId: id('tgt'), taskGroup };
const targetExample = { ...workExample, targetId: TARGET, taskGroup: 'BUILD_STATION' };

const stay = {
  ...work,
  dispatchId: id('dsp'),
  workerId: id('wkr'),
  role: z.string(),
  mode: z.string(),
  arrivedOn: day,
};
const stayExample = {
  ...workExample,
  dispatchId: DISPATCH,
  workerId: WORKER,
  role: 'SOCIAL_WORKER',
  mode: 'ONSITE',
  arrivedOn: '2026-03-15',
};

const report = { ...work, reportId: id('rep'), period: count, startsOn: day, endsOn: day };
const reportExample = {
  ...workExample,
  reportId: REPORT,
  period: 1,
  startsOn: '2026-03-01',
  endsOn: '2026-05-31',
};

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
    data: z.object({ ...stay, leftOn: day, workingDays: count }),
    example: { ...stayExample, leftOn: '2026-04-10', workingDays: 20 },
  }),
  defineEvent({
    type: 'qianshou.pairing.activity-logged.v1',
    aggregate: 'support-activity',
    about: { en: 'A support activity of a task group was logged; counts only.', zh: '帮扶活动登记' },
    data: z.object({
      ...work,
      activityId: id('act'),
      taskGroup,
      kind: z.string(),
      onsite: z.boolean(),
      heldOn: day,
      hours: z.number().min(0),
      participants: count,
      documentsIssued: count,
    }),
    example: {
      ...workExample,
      activityId: ACTIVITY,
      taskGroup: 'TRAIN_TALENT',
      kind: 'THEMATIC_TRAINING',
      onsite: true,
      heldOn: '2026-04-02',
      hours: 3.5,
      participants: 24,
      documentsIssued: 0,
    },
  }),
  defineEvent({
    type: 'qianshou.pairing.report-submitted.v1',
    aggregate: 'progress-report',
    about: { en: 'A progress report of a period was handed in.', zh: '进展报告提交' },
    data: z.object({ ...report, late: z.boolean() }),
    example: { ...reportExample, late: false },
  }),
  defineEvent({
    type: 'qianshou.pairing.report-accepted.v1',
    aggregate: 'progress-report',
    about: { en: 'A progress report was accepted.', zh: '进展报告接受' },
    data: z.object(report),
    example: reportExample,
  }),
  defineEvent({
    type: 'qianshou.pairing.report-returned.v1',
    aggregate: 'progress-report',
    about: { en: 'A progress report was sent back.', zh: '进展报告退回' },
    data: z.object(report),
    example: reportExample,
  }),
  defineEvent({
    type: 'qianshou.pairing.evaluated.v1',
    aggregate: 'pairing-evaluation',
    about: { en: 'A pairing was evaluated and graded.', zh: '结对评估' },
    data: z.object({
      ...work,
      evaluationId: id('pev'),
      dispatchingAgencyId: id('agy'),
      kind: z.string(),
      year,
      score: z.number().min(0).max(100),
      grade: z.string(),
      evaluatedOn: day,
    }),
    example: {
      ...workExample,
      evaluationId: EVALUATION,
      dispatchingAgencyId: AGENCY,
      kind: 'ANNUAL',
      year: 2026,
      score: 86.5,
      grade: 'GOOD',
      evaluatedOn: '2026-12-10',
    },
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
    data: z.object({ ...parties, agencyId: id('agy') }),
    example: { ...partiesExample, agencyId: RECIPIENT },
  }),
  defineEvent({
    type: 'qianshou.pairing.supervision-noted.v1',
    aggregate: 'supervision-note',
    about: { en: 'A pairing was supervised and given advice.', zh: '结对督导' },
    data: z.object({ ...work, noteId: id('svn'), notedOn: day, followUpOn: day }),
    example: { ...workExample, noteId: NOTE, notedOn: '2026-07-01', followUpOn: '2026-08-01' },
  }),
  defineEvent({
    type: 'qianshou.pairing.supervision-closed.v1',
    aggregate: 'supervision-note',
    about: { en: 'The advice of a supervision was followed up.', zh: '督导办结' },
    data: z.object({ ...work, noteId: id('svn'), closedOn: day }),
    example: { ...workExample, noteId: NOTE, closedOn: '2026-08-01' },
  }),
  defineEvent({
    type: 'qianshou.pairing.publicity-recorded.v1',
    aggregate: 'publicity-item',
    about: { en: 'Something was published about the programme.', zh: '宣传内容登记' },
    data: z.object({
      publicityId: id('pub'),
      kind: z.string(),
      publishedOn: day,
      pairingId: id('par').nullable(),
      regionCode: region,
    }),
    example: {
      publicityId: PUBLICITY,
      kind: 'NEWS',
      publishedOn: '2026-05-04',
      pairingId: PAIRING,
      regionCode: '640522',
    },
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
] as const;
