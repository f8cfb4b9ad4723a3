import type { ImportKindName } from '@qianshou/kernel';
import { importing, workOffImports } from '@qianshou/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { worker } from './builders.ts';
import {
  anOpenNationalClass,
  anOpenPreJobClass,
  bureau,
  change,
  hearOfPosting,
  hearOfWorker,
  listOf,
  operator,
  otherOperator,
  statusOf,
  type TrainingGraph,
  trainingGraph,
} from './under-test.ts';

let graph: TrainingGraph;
let classId: string;
let stopImports: () => Promise<void>;

beforeAll(async () => {
  graph = await trainingGraph();
  for (const number of [1, 2, 3]) await hearOfWorker(graph, number);
  classId = await anOpenNationalClass(graph, { regionCode: '420581', capacity: 2 });
  stopImports = workOffImports(graph);
});
afterAll(async () => {
  await stopImports();
  await graph.stop();
});

const files = (kind: ImportKindName, actor = bureau) => importing(graph, { of: 'Training', kind, actor });

describe('files of a class', () => {
  it('TRA-7 bring in participants by the rules of enrolWorker, in the order of the file, and once', async () => {
    await change(graph, 'enrolWorker', { classId, workerId: worker(1) }, bureau);
    const rows = [1, 2, 3, 404].map((number) => `${classId},${worker(number)}`);

    const run = await files('TRAINING_PARTICIPANTS').bringIn(['班次编号,社工编号', ...rows].join('\n'));

    expect(run).toMatchObject({ application: { rows: 4, new: 2, known: 1, refused: 1 } });
    expect(run.checked.nodes).toEqual([expect.objectContaining({ line: 5, code: 'NOT_KNOWN_HERE_YET' })]);
    const statuses = (await listOf(graph, classId)).map(({ status }) => status);
    expect(statuses.filter((status) => status === 'SEATED')).toHaveLength(2);
    expect(statuses).toContain('WAITING');
    expect(await statusOf(graph, classId)).toBe('FULL');
  });

  it('TRA-3 bring in who signed in, session by session, and refuse what was not held or beyond it', async () => {
    await change(graph, 'startTrainingClass', { classId }, bureau);
    const session = { classId, heldOn: '2026-03-10', hours: 4 };
    const first = await change(graph, 'recordTrainingSession', session, bureau);
    const second = await change(graph, 'recordTrainingSession', { ...session, heldOn: '2026-03-11' }, bureau);
    const [one, other] = [first, second].map(({ payload }) => payload.session.id as string);
    const table = [
      '授课编号,社工编号,出勤情况,出勤学时',
      `${one},${worker(1)},到,`,
      `${other},${worker(1)},出席,3`,
      `${one},${worker(2)},请假,`,
      `${other},${worker(2)},出席,5`,
      `${one},${worker(3)},出席,`,
    ].join('\n');

    const run = await files('SIGN_IN_LISTS').bringIn(table);

    expect(run).toMatchObject({ application: { rows: 5, new: 3, known: 0, refused: 2 } });
    expect(run.checked.nodes.map(({ line, code }: { line: number; code: string }) => [line, code])).toEqual(
      expect.arrayContaining([
        [5, 'TRAINING_ATTENDANCE_BEYOND_SESSION'],
        [6, 'WORKER_HAS_NO_SEAT'],
      ]),
    );
    const { data } = await graph.execute(
      `{ trainingClass(id: "${classId}") { enrolments(where: { status: { in: [SEATED] } }) { nodes { attendedHours sessions { presence hours } } } } }`,
      {},
      bureau,
    );
    expect(data.trainingClass.enrolments.nodes).toMatchObject([
      { attendedHours: 7, sessions: [{ hours: 4 }, { hours: 3 }] },
      { attendedHours: 0, sessions: [{ presence: 'EXCUSED' }] },
    ]);
    const sums = await files('ATTENDANCES').bringIn(
      `classId,workerId,attendedHours\n${classId},${worker(1)},4`,
    );
    expect(sums.checked.nodes).toMatchObject([{ line: 2, code: 'TRAINING_ATTENDANCE_BY_SESSION' }]);
    const again = await files('SIGN_IN_LISTS').bringIn(table.split('\n').slice(0, 4).join('\n'));
    expect(again).toMatchObject({ application: { rows: 3, new: 0, known: 3 } });
  });

  it('TRA-3 bring in hours attended as sums, from who runs the class, and none beyond its hours', async () => {
    const preJob = await anOpenPreJobClass(graph, { capacity: 3 });
    for (const number of [1, 2]) await hearOfPosting(graph, number);
    await change(graph, 'startTrainingClass', { classId: preJob });
    const table = [
      '班次编号,社工编号,出勤学时',
      `${preJob},${worker(1)},18`,
      `${preJob},${worker(2)},21`,
      `${preJob},${worker(3)},5`,
    ].join('\n');

    const foreign = await files('ATTENDANCES', otherOperator).bringIn(table);
    const run = await files('ATTENDANCES', operator).bringIn(table);
    const again = await files('ATTENDANCES', operator).bringIn(table);

    expect(foreign).toMatchObject({ application: { rows: 3, new: 0, refused: 3 } });
    expect(run).toMatchObject({ application: { rows: 3, new: 1, refused: 2 } });
    expect(run.checked.nodes.map(({ line, code }: { line: number; code: string }) => [line, code])).toEqual([
      [3, 'ENROLMENT_ATTENDANCE_BEYOND_HOURS'],
      [4, 'WORKER_HAS_NO_SEAT'],
    ]);
    expect(again).toMatchObject({ application: { new: 0, known: 1 } });
  });
});
