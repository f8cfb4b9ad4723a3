import type { RegionCode } from '@qianshou/kernel';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { uuid, worker } from './builders.ts';
import {
  anOpenNationalClass,
  anOpenPreJobClass,
  bureau,
  change,
  hearOfPosting,
  hearOfWorker,
  listOf,
  projectOffice,
  published,
  statusOf,
  themself,
  type TrainingGraph,
  trainingGraph,
} from './under-test.ts';

let graph: TrainingGraph;
const PEOPLE = Array.from({ length: 12 }, (_each, at) => at + 1);

beforeAll(async () => {
  graph = await trainingGraph();
  for (const number of PEOPLE) await hearOfWorker(graph, number, { certified: number === 12 });
  await hearOfWorker(graph, 20, { countyCode: '640522' as RegionCode });
});
afterAll(() => graph.stop());

const enrol = (classId: string, number: number, actor = bureau) =>
  change(graph, 'enrolWorker', { classId, workerId: worker(number) }, actor);

describe('enrolWorker', () => {
  it('gives a seat and publishes it in the county of the worker', async () => {
    const classId = await anOpenNationalClass(graph);

    const { payload, errors } = await enrol(classId, 1, themself(1));

    expect(errors).toEqual([]);
    expect(payload.enrolment).toMatchObject({ status: 'SEATED', version: 1 });
    expect(await published(graph, 'enrolled')).toMatchObject([
      { regioncode: '420581', data: { classId, workerId: worker(1), postingId: null, waiting: false } },
    ]);
  });

  it('TRA-1, TRA-5 says that the worker is of no recipient and not known as eligible, and enrols all the same', async () => {
    const classId = await anOpenNationalClass(graph);

    const { payload } = await enrol(classId, 2);

    expect(payload.enrolment.warnings.map(({ rule }: { rule: string }) => rule)).toEqual(['TRA-1', 'TRA-5']);
  });

  it('TRA-1 says nothing of a worker in a county that receives help', async () => {
    await graph.hear('qianshou.station.region-designated.v1', {
      countyCode: '640522' as RegionCode,
      designation: 'KEY_COUNTY',
      sourceUrl: 'https://example.org/list',
    });
    const classId = await anOpenNationalClass(graph);

    const { payload } = await enrol(classId, 20, projectOffice);

    expect(payload.enrolment.warnings.map(({ rule }: { rule: string }) => rule)).toEqual(['TRA-5']);
  });

  it('TRA-7 never gives more seats than there are, whoever comes at once', async () => {
    const classId = await anOpenNationalClass(graph, { capacity: 5 });

    const answers = await Promise.all(PEOPLE.map((number) => enrol(classId, number)));

    expect(answers.flatMap(({ errors }) => errors)).toEqual([]);
    const statuses = (await listOf(graph, classId)).map(({ status }) => status);
    expect(statuses.filter((status) => status === 'SEATED')).toHaveLength(5);
    expect(statuses.filter((status) => status === 'WAITING')).toHaveLength(7);
    expect(await statusOf(graph, classId)).toBe('FULL');
  });

  it('TRA-7 takes many at once in together, each in their own name and under a key of their own', async () => {
    const classId = await anOpenNationalClass(graph, { capacity: 2 });
    const asked = (number: number, by = number) => {
      const input = { classId, workerId: worker(number), idempotencyKey: `${classId}-${number}` };
      return change(graph, 'enrolWorker', input, themself(by));
    };
    const before = (await graph.outbox()).length;

    const answers = await Promise.all([asked(1), asked(2), asked(3), asked(4, 5), asked(2)]);
    const again = await Promise.all([asked(3), asked(6)]);

    expect(answers.map(({ code, payload }) => code ?? payload.enrolment.status)).toEqual([
      'SEATED',
      'SEATED',
      'WAITING',
      'NOT_KNOWN_HERE_YET',
      'SEATED',
    ]);
    expect(again.map(({ payload }) => payload.enrolment.status)).toEqual(['WAITING', 'WAITING']);
    expect([again[0]?.payload, answers[4]?.payload]).toEqual([answers[2]?.payload, answers[1]?.payload]);
    const told = (await graph.outbox()).slice(before);
    expect(told.filter(({ type }) => type.endsWith('.enrolled.v1'))).toHaveLength(4);
    expect(told).toHaveLength(5);
    expect(new Set(told.map(({ correlationid }) => correlationid)).size).toBe(4);
    const objectId = { $in: (await listOf(graph, classId)).map(({ id }) => id) };
    const rows = await graph.connection.collection('audit').find({ objectId }).toArray();
    const actors = rows.map(({ body }) => JSON.parse(body).actor);
    expect(new Set(actors.map(({ workerId }) => workerId))).toEqual(new Set([1, 2, 3, 6].map(worker)));
  });

  it('TRA-7 says that the worker has another class on these days', async () => {
    await hearOfWorker(graph, 21);
    const days = { startsOn: '2026-05-04', endsOn: '2026-05-06' };
    const first = await anOpenNationalClass(graph, days);
    const second = await anOpenNationalClass(graph, { startsOn: '2026-05-06', endsOn: '2026-05-09' });
    const third = await anOpenNationalClass(graph, { startsOn: '2026-05-10', endsOn: '2026-05-11' });
    await enrol(first, 21);

    const [onSame, later] = [await enrol(second, 21), await enrol(third, 21)];

    const rules = (answer: typeof onSame) =>
      answer.payload.enrolment.warnings.map(({ rule }: { rule: string }) => rule);
    expect(rules(onSame)).toContain('TRA-7');
    expect(rules(later)).not.toContain('TRA-7');
    const where = {
      kind: { in: ['EXAM_PREP'] },
      workerId: { eq: worker(21) },
      regionCode: { within: '420000' },
    };
    const { data } = await graph.execute(
      'query ($where: EnrolmentFilter) { enrolments(where: $where) { nodes { status } } }',
      { where },
      bureau,
    );
    expect(data.enrolments.nodes).toHaveLength(3);
  });

  it('TRA-7 moves the certified local up before those who came earlier', async () => {
    const classId = await anOpenNationalClass(graph, { capacity: 1 });
    const first = await enrol(classId, 1);
    await enrol(classId, 2);
    await enrol(classId, 12);

    await change(graph, 'withdrawEnrolment', { enrolmentId: first.payload.enrolment.id }, bureau);

    const list = await listOf(graph, classId);
    expect(list.find(({ status }) => status === 'SEATED')?.worker.id).toBe(worker(12));
    expect(await statusOf(graph, classId)).toBe('FULL');
    expect(await published(graph, 'seat-granted')).toMatchObject([{ data: { workerId: worker(12) } }]);
  });

  it('gives one place to one worker, however often and at once it is asked', async () => {
    const classId = await anOpenNationalClass(graph, { capacity: 5 });

    const answers = await Promise.all([enrol(classId, 3), enrol(classId, 3), enrol(classId, 3)]);

    const codes = answers.map(({ code }) => code);
    expect(codes.filter((code) => code === undefined)).toHaveLength(1);
    expect(codes.filter((code) => code === 'ENROLMENT_EXISTS')).toHaveLength(2);
    expect(await listOf(graph, classId)).toHaveLength(1);
  });

  it('TRA-2 takes back into the class whom a post sent there and who had given up', async () => {
    const classId = await anOpenPreJobClass(graph, { capacity: 20 });
    await hearOfPosting(graph, 5);
    const place = (await listOf(graph, classId)).find((each) => each.worker.id === worker(5));
    await change(graph, 'withdrawEnrolment', { enrolmentId: place?.id }, bureau);

    const { payload } = await enrol(classId, 5);

    expect(payload?.enrolment.status).toBe('SEATED');
  });

  it('TRA-2 takes nobody into pre-job training who is not proposed for a post of its operator', async () => {
    const classId = await anOpenPreJobClass(graph);

    const { code, details } = await enrol(classId, 4);

    expect([code, details['rule']]).toEqual(['ENROLMENT_WITHOUT_POSTING', 'TRA-2']);
  });

  it('refuses a worker of another region', async () => {
    const classId = await anOpenNationalClass(graph, { regionCode: '420000' });

    expect((await enrol(classId, 20, projectOffice)).code).toBe('ENROLMENT_OUTSIDE_CLASS_REGION');
  });

  it.each([
    ['a worker not heard of yet', { workerId: worker(404) }, 'NOT_KNOWN_HERE_YET'],
    ['an unknown class', { classId: `cls_${uuid(404)}` }, 'TRAINING_CLASS_NOT_FOUND'],
    ['an id of another kind', { workerId: `cls_${uuid(1)}` }, 'BAD_USER_INPUT'],
    ['an operator in place of an id', { workerId: { $ne: '' } }, 'BAD_USER_INPUT'],
  ])('refuses %s and changes nothing', async (_what, changes, code) => {
    const classId = await anOpenNationalClass(graph);
    const before = (await graph.outbox()).length;

    const answer = await change(graph, 'enrolWorker', { classId, workerId: worker(1), ...changes }, bureau);

    expect(answer.code).toBe(code);
    expect((await graph.outbox()).length).toBe(before);
  });
});
