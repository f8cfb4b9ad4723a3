import { z } from 'zod';
import { defineEvent } from '../define-event.ts';
import { WORKER } from './example-ids.ts';
import { count, day, id, region } from '../fields.ts';
import { post, postExample } from './personnel-post.ts';

const leave = z.object({ ...post, from: day, to: day });
const leaveExample = { ...postExample, from: '2026-06-01', to: '2026-08-31' };
const days = { startedOn: day, endedOn: day.nullable() };

/** What happens to a post beside its life cycle: days alone, never why somebody is away. */
export const dutyEvents = [
  defineEvent({
    type: 'qianshou.personnel.posting-leave-recorded.v1',
    aggregate: 'posting',
    about: { en: 'Somebody is on leave; the seat is held.', zh: '任职人员请假' },
    data: leave,
    example: leaveExample,
  }),
  defineEvent({
    type: 'qianshou.personnel.posting-leave-corrected.v1',
    aggregate: 'posting',
    about: { en: 'A leave had been recorded wrongly.', zh: '请假更正' },
    data: leave,
    example: leaveExample,
  }),
  defineEvent({
    type: 'qianshou.personnel.posting-leave-struck.v1',
    aggregate: 'posting',
    about: { en: 'A leave was struck out: it never was.', zh: '请假作废' },
    data: leave,
    example: leaveExample,
  }),
  defineEvent({
    type: 'qianshou.personnel.posting-resigned.v1',
    aggregate: 'posting',
    about: { en: 'A worker resigned, with a last day.', zh: '本人辞职' },
    data: z.object({ ...post, lastDay: day }),
    example: { ...postExample, lastDay: '2026-09-30' },
  }),
  defineEvent({
    type: 'qianshou.personnel.posting-term-moved.v1',
    aggregate: 'posting',
    about: { en: 'Whoever stands in stays until another day.', zh: '顶岗期限调整' },
    data: z.object({ ...post, endsOn: day }),
    example: { ...postExample, endsOn: '2026-08-31' },
  }),
  defineEvent({
    type: 'qianshou.personnel.posting-hand-over-changed.v1',
    aggregate: 'posting',
    about: { en: 'What whoever leaves hands over was written down, or handed over.', zh: '交接清单变化' },
    data: z.object({ ...post, open: count }),
    example: { ...postExample, open: 2 },
  }),
  defineEvent({
    type: 'qianshou.personnel.posting-corrected.v1',
    aggregate: 'posting',
    about: { en: 'The days of a posting had been recorded wrongly.', zh: '任职日期更正' },
    data: z.object({ ...post, ...days, before: z.object(days) }),
    example: {
      ...postExample,
      startedOn: '2026-04-01',
      endedOn: null,
      before: { startedOn: '2026-03-01', endedOn: null },
    },
  }),
  defineEvent({
    type: 'qianshou.personnel.posting-struck.v1',
    aggregate: 'posting',
    about: {
      en: 'A posting was struck out: it never was. Somebody on duty has left by a fact of its own before.',
      zh: '任职作废',
    },
    data: z.object({ ...post, wasOnDuty: z.boolean() }),
    example: { ...postExample, wasOnDuty: false },
  }),
  defineEvent({
    type: 'qianshou.personnel.worker-office-changed.v1',
    aggregate: 'worker',
    about: { en: 'Whose civil affairs office somebody directs.', zh: '任民政办主任情况变化' },
    data: z.object({ workerId: id('wkr'), countyCode: region, directsOfficeOf: region.nullable() }),
    example: { workerId: WORKER, countyCode: '420581', directsOfficeOf: '420581100' },
  }),
] as const;
