import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { worker } from './builders.ts';
import {
  anOpenNationalClass,
  anOpenPreJobClass,
  bureau,
  change,
  hearOfDeadline,
  hearOfPosting,
  hearOfWorker,
  listOf,
  needsIn,
  planClass,
  projectOffice,
  published,
  statusOf,
  type TrainingGraph,
  trainingGraph,
} from './under-test.ts';

let graph: TrainingGraph;

beforeAll(async () => {
  graph = await trainingGraph();
  for (const number of [1, 2, 3, 4]) await hearOfWorker(graph, number);
});
afterAll(() => graph.stop());

const seats = async (classId: string) =>
  (await listOf(graph, classId)).map(({ worker: { id }, status }) => `${id.slice(-1)} ${status}`);
const reason = '演示原因';

describe('a class changes', () => {
  it('TRA-7 moves up who waits when it is revised to more seats, and never takes a seat away', async () => {
    const classId = await anOpenPreJobClass(graph);
    for (const number of [1, 2, 3]) await hearOfPosting(graph, number);
    expect(await seats(classId)).toEqual(['1 SEATED', '2 SEATED', '3 WAITING']);

    const more = await change(graph, 'reviseTrainingClass', {
      classId,
      capacity: 3,
      venue: '演示室',
      reason,
    });
    const fewer = await change(graph, 'reviseTrainingClass', { classId, capacity: 2, reason });

    expect(more.errors).toEqual([]);
    expect(await seats(classId)).toEqual(['1 SEATED', '2 SEATED', '3 SEATED']);
    expect(fewer).toMatchObject({ code: 'TRAINING_CLASS_CAPACITY_BELOW_SEATED', details: { seated: 3 } });
    expect(await published(graph, 'class-revised')).toMatchObject([{ data: { classId, seats: 3 } }]);
    expect(await statusOf(graph, classId)).toBe('FULL');

    await change(graph, 'startTrainingClass', { classId });
    const [first] = await listOf(graph, classId);
    const attendances = [{ enrolmentId: first?.id, attendedHours: 4 }];
    await change(graph, 'recordAttendance', { classId, attendances });
    const cancelled = await change(graph, 'cancelTrainingClass', { classId, reason });
    expect(cancelled.code).toBe('TRAINING_CLASS_NOT_CANCELLABLE');

    const interrupted = await change(graph, 'interruptTrainingClass', { classId, reason });

    expect(interrupted.payload.trainingClass.status).toBe('INTERRUPTED');
    expect(await needsIn(graph)).toHaveLength(3);
    expect(await published(graph, 'interrupted')).toMatchObject([
      { data: { workerId: worker(1), attendedHours: 4 } },
      { data: { attendedHours: 0 } },
      { data: { attendedHours: 0 } },
    ]);
    expect(await published(graph, 'failed')).toEqual([]);

    const again = await planClass(graph, { replacesClassId: classId, openAtOnce: true });
    expect(again.errors).toEqual([]);
    const { id } = again.data.planTrainingClass.trainingClass;
    expect((await seats(id)).toSorted()).toEqual(['1 SEATED', '2 SEATED', '3 WAITING']);
    expect(await needsIn(graph)).toEqual([]);
  });

  it('TRA-5 is offered only while it helps before the deadline', async () => {
    const late = await anOpenNationalClass(graph, { startsOn: '2026-06-01', endsOn: '2026-06-02' });
    const classId = await anOpenNationalClass(graph, { startsOn: '2026-05-01', endsOn: '2026-06-01' });
    await hearOfDeadline(graph, 1);
    expect([await seats(late), await seats(classId)]).toEqual([[], ['1 OFFERED']]);

    const moved = { classId, startsOn: '2026-06-20', reason };
    const postponed = await change(graph, 'postponeTrainingClass', moved, projectOffice);

    expect(postponed.errors).toEqual([]);
    expect(await seats(classId)).toEqual(['1 LAPSED']);
    expect(await needsIn(graph)).toEqual([`EXAM_PREP ${worker(1)}`]);
    expect(await published(graph, 'class-postponed')).toMatchObject([
      { data: { from: '2026-05-01', startsOn: '2026-06-20', endsOn: '2026-07-21' } },
    ]);
  });

  it('is cancelled on the day: everybody is told, and offered the replacement first', async () => {
    const classId = await anOpenNationalClass(graph, { capacity: 1 });
    for (const number of [3, 4]) {
      await change(graph, 'enrolWorker', { classId, workerId: worker(number) }, bureau);
    }
    await change(graph, 'startTrainingClass', { classId }, projectOffice);
    const replacement = await anOpenNationalClass(graph, { startsOn: '2026-04-01', endsOn: '2026-04-02' });
    const other = await anOpenNationalClass(graph, { programmeCode: 'STATION_OPERATION' });
    const cancel = (replacementClassId: string) =>
      change(graph, 'cancelTrainingClass', { classId, replacementClassId, reason }, projectOffice);

    expect(await cancel(other)).toMatchObject({ code: 'TRAINING_CLASS_REPLACEMENT_UNFIT' });
    expect((await cancel(replacement)).errors).toEqual([]);

    expect((await seats(replacement)).toSorted()).toEqual(['1 OFFERED', '3 OFFERED']);
    const told = (await published(graph, 'lapsed')).map(({ data }) => data);
    expect(told.filter(({ cause }) => cause === 'CLASS_CANCELLED')).toMatchObject([{ workerId: worker(3) }]);
    expect(await published(graph, 'class-cancelled')).toMatchObject([
      { data: { replacementClassId: replacement } },
    ]);
  });
});
