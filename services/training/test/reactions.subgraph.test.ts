import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { OPERATOR, posting, uuid, worker, YIDU } from './builders.ts';
import {
  anOpenNationalClass,
  anOpenPreJobClass,
  bureau,
  change,
  hearOfDeadline,
  hearOfLeaving,
  hearOfPosting,
  hearOfWorker,
  listOf,
  needsIn,
  published,
  statusOf,
  themself,
  type TrainingGraph,
  trainingGraph,
} from './under-test.ts';

let graph: TrainingGraph;

beforeEach(async () => {
  graph = await trainingGraph();
});
afterEach(() => graph.stop());

const statusesOf = async (classId: string) => (await listOf(graph, classId)).map(({ status }) => status);

describe('posting proposed', () => {
  it("TRA-2 enrols in the operator's open class", async () => {
    const classId = await anOpenPreJobClass(graph);

    await hearOfPosting(graph, 1);

    expect(await statusesOf(classId)).toEqual(['SEATED']);
    expect(await published(graph, 'enrolled')).toMatchObject([{ data: { postingId: posting(1) } }]);
  });

  it('waits for the next class without one, and says so to the bureau and the operator alone', async () => {
    await hearOfPosting(graph, 1);

    expect(await needsIn(graph)).toEqual([`PRE_JOB ${worker(1)}`]);
    const query = '{ trainingNeeds { totalCount } }';
    expect((await graph.execute(query, {}, themself(2))).data.trainingNeeds.totalCount).toBe(0);
    expect((await graph.execute(query, {}, themself(1))).data.trainingNeeds.totalCount).toBe(1);
  });

  it('prefers a class with seats to a full one that begins earlier', async () => {
    const full = await anOpenPreJobClass(graph, { capacity: 1 });
    await hearOfPosting(graph, 1);
    const later = await anOpenPreJobClass(graph, { startsOn: '2026-03-18', endsOn: '2026-03-19' });

    await hearOfPosting(graph, 2);

    expect(await statusesOf(full)).toEqual(['SEATED']);
    expect(await statusesOf(later)).toEqual(['SEATED']);
  });

  it('needs no class for a post that needs no training', async () => {
    await hearOfPosting(graph, 1, { needsPreJobTraining: false });

    expect(await needsIn(graph)).toEqual([]);
  });

  it('takes effect once when it is delivered twice', async () => {
    const classId = await anOpenPreJobClass(graph);
    const twice = {
      postingId: posting(1),
      workerId: worker(1),
      stationId: null,
      centreId: null,
      role: 'RESIDENT' as const,
      countyCode: YIDU,
      operatorAgencyId: OPERATOR,
      certifiedLocal: false,
      needsPreJobTraining: true,
      startsOn: '2026-04-01' as never,
    };

    for (let time = 0; time < 2; time += 1) {
      await graph.hear('qianshou.personnel.posting-proposed.v1', twice, {
        id: uuid(900),
        aggregateId: posting(1),
      });
    }

    expect(await statusesOf(classId)).toEqual(['SEATED']);
    expect(await published(graph, 'enrolled')).toHaveLength(1);
  });
});

describe('posting ended', () => {
  it('drops the need, and gives the seat to who waits', async () => {
    const classId = await anOpenPreJobClass(graph, { capacity: 1 });
    await hearOfPosting(graph, 1);
    await hearOfPosting(graph, 2);
    await hearOfLeaving(graph, 1);

    expect(await statusesOf(classId)).toEqual(['WITHDRAWN', 'SEATED']);
    expect(await statusOf(graph, classId)).toBe('FULL');
    await hearOfLeaving(graph, 2);
    expect(await statusOf(graph, classId)).toBe('OPEN');
    expect(await needsIn(graph)).toEqual([]);
  });
});

describe('certificate deadline near', () => {
  it('offers an open class that covers the county, once', async () => {
    const classId = await anOpenNationalClass(graph);
    await anOpenNationalClass(graph, { regionCode: '640000' });

    await hearOfDeadline(graph, 1, 180);
    await hearOfDeadline(graph, 1, 90);

    expect(await statusesOf(classId)).toEqual(['OFFERED']);
    expect(await published(graph, 'class-offered')).toMatchObject([{ data: { kind: 'EXAM_PREP', classId } }]);
  });

  it('offers the next one that opens when there is none', async () => {
    await hearOfDeadline(graph, 1);
    expect(await needsIn(graph)).toEqual([`EXAM_PREP ${worker(1)}`]);

    const classId = await anOpenNationalClass(graph);

    expect(await statusesOf(classId)).toEqual(['OFFERED']);
  });

  it('ends when the certificate is there', async () => {
    await hearOfWorker(graph, 1);
    const classId = await anOpenNationalClass(graph);
    await hearOfDeadline(graph, 1);

    await graph.hear('qianshou.personnel.certificate-requirement-met.v1', {
      postingId: posting(1),
      workerId: worker(1),
      countyCode: YIDU,
    });

    expect(await statusesOf(classId)).toEqual(['LAPSED']);
  });
});

describe('acceptOffer', () => {
  it('gives the worker a seat, without a concern about the examination', async () => {
    await hearOfWorker(graph, 1);
    const classId = await anOpenNationalClass(graph);
    await hearOfDeadline(graph, 1);
    const [offered] = await listOf(graph, classId);

    const { payload } = await change(graph, 'acceptOffer', { enrolmentId: offered?.id }, themself(1));

    expect(payload.enrolment).toMatchObject({ status: 'SEATED', version: 2 });
    expect(await published(graph, 'enrolled')).toMatchObject([{ sequence: '2', data: { waiting: false } }]);
  });

  it('TRA-7 fills the last seat once, whoever accepts at once', async () => {
    const classId = await anOpenNationalClass(graph, { capacity: 1 });
    for (const number of [1, 2, 3]) await hearOfDeadline(graph, number);
    const offers = await listOf(graph, classId);

    await Promise.all(offers.map(({ id }) => change(graph, 'acceptOffer', { enrolmentId: id }, bureau)));

    const statuses = (await statusesOf(classId)).toSorted((a, b) => a.localeCompare(b));
    expect(statuses).toEqual(['SEATED', 'WAITING', 'WAITING']);
    expect(await statusOf(graph, classId)).toBe('FULL');
  });

  it('is refused to others, when stale, twice, and for an unknown offer', async () => {
    const classId = await anOpenNationalClass(graph);
    await hearOfDeadline(graph, 1);
    const [offered] = await listOf(graph, classId);
    const accept = (changes = {}, actor = themself(1)) =>
      change(graph, 'acceptOffer', { enrolmentId: offered?.id, ...changes }, actor);

    expect((await accept({}, themself(2))).code).toBe('FORBIDDEN');
    expect((await accept({ expectedVersion: 9 })).code).toBe('VERSION_CONFLICT');
    expect((await accept({ enrolmentId: `enr_${uuid(404)}` })).code).toBe('ENROLMENT_NOT_FOUND');
    await accept();
    expect((await accept()).code).toBe('ENROLMENT_NOT_OFFERED');
  });
});

describe('withdrawEnrolment', () => {
  it('TRA-2 keeps the need of the post, for another class than this one', async () => {
    const classId = await anOpenPreJobClass(graph);
    await hearOfPosting(graph, 1);
    const [place] = await listOf(graph, classId);

    const { payload } = await change(graph, 'withdrawEnrolment', { enrolmentId: place?.id });

    expect(payload.enrolment.status).toBe('WITHDRAWN');
    expect(await needsIn(graph)).toEqual([`PRE_JOB ${worker(1)}`]);
    expect(await published(graph, 'withdrawn')).toMatchObject([{ data: { previous: 'SEATED' } }]);
  });

  it('concludes a class in progress when nobody else awaits a result', async () => {
    const classId = await anOpenPreJobClass(graph);
    await hearOfPosting(graph, 1);
    await change(graph, 'startTrainingClass', { classId });
    const [place] = await listOf(graph, classId);

    await change(graph, 'withdrawEnrolment', { enrolmentId: place?.id });

    expect(await statusOf(graph, classId)).toBe('ASSESSED');
    expect((await change(graph, 'withdrawEnrolment', { enrolmentId: place?.id })).code).toBe(
      'ENROLMENT_NOT_WITHDRAWABLE',
    );
  });
});
