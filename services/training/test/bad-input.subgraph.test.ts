import { type Actor, PUBLIC_ACTOR } from '@qianshou/kernel';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { worker } from './builders.ts';
import {
  anOpenPreJobClass,
  bureau,
  change,
  hearOfPosting,
  hearOfWorker,
  listOf,
  planClass,
  type TrainingGraph,
  trainingGraph,
} from './under-test.ts';

let graph: TrainingGraph;
let today = new Date('2026-03-01T02:00:00Z');
/** Three seats, in progress, 10 to 12 March, 20 hours; the first was there for 10. */
let running: string;
/** Opens in May with two seats, both taken. */
let later: string;
let seats: readonly string[] = [];
let session: string;
const reason = '演示';

const go = (mutation: string, input: Record<string, unknown>, actor = bureau) =>
  change(graph, mutation, input, actor);
const own = (mutation: string, input: Record<string, unknown>) => change(graph, mutation, input);

beforeAll(async () => {
  graph = await trainingGraph({ now: () => today });
  running = await anOpenPreJobClass(graph, { capacity: 3 });
  for (const number of [1, 2, 3]) await hearOfPosting(graph, number);
  later = await anOpenPreJobClass(graph, { startsOn: '2026-05-04', endsOn: '2026-05-28', capacity: 2 });
  for (const number of [4, 5, 6]) await hearOfWorker(graph, number);
  for (const number of [4, 5]) await hearOfPosting(graph, number);
  today = new Date('2026-03-10T09:00:00Z');
  await own('startTrainingClass', { classId: running });
  seats = (await listOf(graph, running)).map(({ id }) => id);
  const held = { classId: running, heldOn: '2026-03-10', hours: 10 };
  session = (await own('recordTrainingSession', held)).payload.session.id as string;
});
afterAll(() => graph.stop());

/** All that a refusal must leave as it was. */
async function standing(): Promise<unknown> {
  const names = ['classes', 'enrolments', 'sessions', 'certificates', 'outbox', 'needs'];
  const found = await graph.connection.db?.listCollections().toArray();
  const kept = (found ?? [])
    .map(({ name }) => name)
    .filter((name) => names.some((word) => name.includes(word)));
  return Promise.all(
    kept.toSorted().map(async (name) => [name, await graph.connection.collection(name).find().toArray()]),
  );
}

const present = (enrolmentId: string | undefined, hours?: number) => ({
  enrolmentId,
  presence: 'PRESENT',
  ...(hours !== undefined && { hours }),
});

const cases: readonly (readonly [string, () => ReturnType<typeof own>, string])[] = [
  [
    'attendance beyond the session',
    () => own('recordSessionAttendance', { sessionId: session, attendances: [present(seats[0], 11)] }),
    'TRAINING_ATTENDANCE_BEYOND_SESSION',
  ],
  [
    'a session that is not held yet',
    () => own('recordTrainingSession', { classId: running, heldOn: '2026-03-11', hours: 5 }),
    'TRAINING_SESSION_NOT_HELD_YET',
  ],
  [
    'a session before the class',
    () => own('recordTrainingSession', { classId: running, heldOn: '2026-03-09', hours: 5 }),
    'BAD_USER_INPUT',
  ],
  [
    'sessions beyond the hours of the class',
    () => own('recordTrainingSession', { classId: running, heldOn: '2026-03-10', hours: 11 }),
    'TRAINING_SESSION_BEYOND_CLASS_HOURS',
  ],
  [
    'one of two rows that nobody has a seat for: none is taken',
    () =>
      own('recordSessionAttendance', {
        sessionId: session,
        attendances: [present(seats[0]), present('enr_01900000-0000-7000-8000-000000000404')],
      }),
    'ENROLMENT_NOT_FOUND',
  ],
  [
    'a pass before the last day',
    () =>
      own('assessClass', {
        classId: running,
        results: seats.map((enrolmentId) => ({ enrolmentId, score: 90 })),
      }),
    'TRAINING_CLASS_NOT_OVER',
  ],
  [
    'results of a class that has not begun',
    () => own('assessClass', { classId: later, results: [{ enrolmentId: seats[0], score: 90 }] }),
    'TRAINING_CLASS_NOT_IN_PROGRESS',
  ],
  [
    'a class that ends before it starts',
    () => planned({ startsOn: '2026-06-10', endsOn: '2026-06-09' }),
    'BAD_USER_INPUT',
  ],
  ['a class without hours', () => planned({ hours: 0 }), 'BAD_USER_INPUT'],
  ['a class without seats', () => planned({ capacity: 0 }), 'BAD_USER_INPUT'],
  ['more seats than a room has', () => planned({ capacity: 201 }), 'BAD_USER_INPUT'],
  ['a day that there is not', () => planned({ startsOn: '2026-02-30' }), 'BAD_USER_INPUT'],
  ['a programme that there is not', () => planned({ programmeCode: 'NOTHING' }), 'PROGRAMME_NOT_FOUND'],
  ['a score above 100', () => assessed({ attendedHours: 20, score: 101 }), 'BAD_USER_INPUT'],
  ['a score below 0', () => assessed({ attendedHours: 20, score: -1 }), 'BAD_USER_INPUT'],
  ['a score of a half', () => assessed({ score: 60.5 }), 'BAD_USER_INPUT'],
  [
    'hours beyond those of the class',
    () => assessed({ attendedHours: 21, score: 90 }),
    'ENROLMENT_ATTENDANCE_BEYOND_HOURS',
  ],
  ['a worker twice', () => go('enrolWorker', { classId: later, workerId: worker(4) }), 'ENROLMENT_EXISTS'],
  [
    'a class that began',
    () => go('enrolWorker', { classId: running, workerId: worker(6) }),
    'TRAINING_CLASS_NOT_OPEN',
  ],
  [
    'fewer seats than are taken',
    () => own('reviseTrainingClass', { classId: later, capacity: 1, reason }),
    'TRAINING_CLASS_CAPACITY_BELOW_SEATED',
  ],
  [
    'a day of postponement before the one it had',
    () => own('postponeTrainingClass', { classId: later, startsOn: '2026-03-01', reason }),
    'BAD_USER_INPUT',
  ],
  [
    'a make-up of who has no result',
    () => own('recordMakeUp', { enrolmentId: seats[0], score: 90 }),
    'ENROLMENT_MAKE_UP_NOT_POSSIBLE',
  ],
  [
    'a correction of no result',
    () => own('correctResult', { enrolmentId: seats[0], score: 90, reason }),
    'ENROLMENT_WITHOUT_RESULT',
  ],
  [
    'an organiser that runs nothing in the county, for good',
    () => planned({ regionCode: '420582' }),
    'TRAINING_CLASS_ORGANISER_RUNS_NOTHING_THERE',
  ],
];

const planned = async (changes: Record<string, unknown>) => ({
  ...(await planClass(graph, changes)),
  payload: null,
});
const assessed = (result: Record<string, unknown>) => {
  today = new Date('2026-03-12T09:00:00Z');
  return own('assessEnrolment', { enrolmentId: seats[0], ...result });
};

describe('what cannot be', () => {
  it.each(cases)('%s: is refused, and nothing is changed', async (_what, ask, code) => {
    const before = await standing();

    const answer = await ask();

    expect([answer.code, answer.errors[0]?.message]).toEqual([code, expect.any(String)]);
    expect(await standing()).toEqual(before);
  });

  it('a number of a certificate that was guessed tells nothing', async () => {
    const query = `{ ${[1, 2, 3]
      .map(
        (at) =>
          `n${at}: isTrainingCertificateGenuine(no: "QS-420581-2026-00000${at}", check: "${at}") { genuine kind month }`,
      )
      .join(' ')} }`;

    const { data } = await graph.execute(query, {});

    expect(Object.values(data)).toEqual([1, 2, 3].map(() => ({ genuine: false, kind: null, month: null })));
  });

  it('numbers of certificates cannot be walked: sixty questions an hour for one who asks', async () => {
    const walker: Actor = { ...PUBLIC_ACTOR, origin: 'where-a-walker-sits' };
    const ask = (actor: Actor) =>
      graph.execute(
        '{ isTrainingCertificateGenuine(no: "QS-420581-2026-000001", check: "A") { genuine } }',
        {},
        actor,
      );
    const walked = await Promise.all(Array.from({ length: 61 }, () => ask(walker)));

    expect(walked.flatMap(({ code }) => code ?? [])).toEqual(['RATE_LIMITED']);
    expect((await ask({ ...walker, origin: 'another-house' })).errors).toEqual([]);
  });
});
