import { z } from 'zod';
import { WORKER } from './example-ids.ts';
import { count, day, id } from '../fields.ts';
import { taskGroup, work, workExample } from './pairing-terms.ts';

const TARGET = 'tgt_01900000-0000-7000-8000-000000000051';
const DISPATCH = 'dsp_01900000-0000-7000-8000-000000000052';
const ACTIVITY = 'act_01900000-0000-7000-8000-000000000053';

export const target = { ...work, targetId: id('tgt'), taskGroup };
export const targetExample = { ...workExample, targetId: TARGET, taskGroup: 'BUILD_STATION' };

export const stay = {
  ...work,
  dispatchId: id('dsp'),
  workerId: id('wkr'),
  role: z.string(),
  mode: z.string(),
  arrivedOn: day,
};
export const workerDays = {
  workerDaysBefore: count.optional(),
  workerDays: count.optional(),
};
export const stayExample = {
  ...workExample,
  dispatchId: DISPATCH,
  workerId: WORKER,
  role: 'SOCIAL_WORKER',
  mode: 'ONSITE',
  arrivedOn: '2026-03-15',
};

export const activity = z.object({
  ...work,
  activityId: id('act'),
  taskGroup,
  kind: z.string(),
  onsite: z.boolean(),
  heldOn: day,
  hours: z.number().min(0),
  participants: count,
  documentsIssued: count,
});
export const activityExample = {
  ...workExample,
  activityId: ACTIVITY,
  taskGroup: 'TRAIN_TALENT',
  kind: 'THEMATIC_TRAINING',
  onsite: true,
  heldOn: '2026-04-02',
  hours: 3.5,
  participants: 24,
  documentsIssued: 0,
};
