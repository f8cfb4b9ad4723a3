import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  anOpenPreJobClass,
  change,
  hearOfPosting,
  listOf,
  published,
  type TrainingGraph,
  trainingGraph,
} from './under-test.ts';

let graph: TrainingGraph;

beforeEach(async () => {
  graph = await trainingGraph();
});
afterEach(() => graph.stop());

describe('recordAttendance', () => {
  it('records the hours of several participants, and counts them when the result names none', async () => {
    await hearOfPosting(graph, 1);
    await hearOfPosting(graph, 2);
    const classId = await anOpenPreJobClass(graph);
    await change(graph, 'startTrainingClass', { classId });
    const list = await listOf(graph, classId);
    const attendances = list.map(({ id }, at) => ({ enrolmentId: id, attendedHours: 18 - at * 4 }));

    const recorded = await change(graph, 'recordAttendance', { classId, attendances });
    const again = await change(graph, 'recordAttendance', { classId, attendances });
    const results = list.map(({ id }) => ({ enrolmentId: id, score: 70 }));
    const assessed = await change(graph, 'assessClass', { classId, results });

    expect(recorded.payload.enrolments.map((each: { attendedHours: number }) => each.attendedHours)).toEqual([
      18, 14,
    ]);
    expect(again.payload.enrolments[0].version).toBe(recorded.payload.enrolments[0].version);
    expect(assessed.payload.enrolments.map((each: { status: string }) => each.status)).toEqual([
      'PASSED',
      'FAILED',
    ]);
    expect(await published(graph, 'attendance-recorded')).toHaveLength(2);
  });

  it('records nothing when one row cannot be true', async () => {
    await hearOfPosting(graph, 1);
    const classId = await anOpenPreJobClass(graph);
    const [place] = await listOf(graph, classId);
    const attend = (attendedHours: number) =>
      change(graph, 'recordAttendance', {
        classId,
        attendances: [{ enrolmentId: place?.id, attendedHours }],
      });

    expect((await attend(10)).code).toBe('TRAINING_CLASS_NOT_IN_PROGRESS');
    await change(graph, 'startTrainingClass', { classId });
    expect((await attend(21)).code).toBe('ENROLMENT_ATTENDANCE_BEYOND_HOURS');
    expect((await attend(-1)).code).toBe('BAD_USER_INPUT');
    expect(await published(graph, 'attendance-recorded')).toEqual([]);
  });
});
