import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { now, OTHER_OPERATOR, worker } from './builders.ts';
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
  otherOperator,
  planClass,
  type TrainingGraph,
  trainingGraph,
} from './under-test.ts';

let graph: TrainingGraph;

beforeEach(async () => {
  graph = await trainingGraph();
});
afterEach(() => graph.stop());

const withoutOperator = { operatorAgencyId: null };

describe('TRA-2 a post without an operator', () => {
  it('sends its worker into the class of whoever trains in the county, also by hand', async () => {
    await hearOfWorker(graph, 1);
    await hearOfWorker(graph, 2);
    const classId = await anOpenPreJobClass(graph);
    await hearOfPosting(graph, 1, withoutOperator);
    const [place] = await listOf(graph, classId);
    await change(graph, 'withdrawEnrolment', { enrolmentId: place?.id }, bureau);

    const again = await change(graph, 'enrolWorker', { classId, workerId: worker(1) });
    const stranger = await change(graph, 'enrolWorker', { classId, workerId: worker(2) });

    expect(again.payload?.enrolment.status).toBe('SEATED');
    expect(stranger.code).toBe('ENROLMENT_WITHOUT_POSTING');
    expect(await needsIn(graph)).toEqual([]);
  });

  it('is nobody else\u2019s afterwards: a place that led to nothing gives back a need that any class there answers', async () => {
    const first = await anOpenPreJobClass(graph);
    await hearOfPosting(graph, 1, withoutOperator);
    const [place] = await listOf(graph, first);
    await change(graph, 'withdrawEnrolment', { enrolmentId: place?.id }, bureau);

    const second = await planClass(graph, { organiserAgencyId: OTHER_OPERATOR }, otherOperator);

    expect(
      (await listOf(graph, second.data.planTrainingClass.trainingClass.id)).map(({ worker: { id } }) => id),
    ).toEqual([worker(1)]);
  });
});

describe('TRA-7 a sweep goes on past what it cannot take', () => {
  it('when offers expire', async () => {
    const classId = await anOpenNationalClass(graph);
    await hearOfDeadline(graph, 1);
    await hearOfDeadline(graph, 2);
    const week = new Date(now.getTime() - 8 * 86_400_000);
    const stored = graph.connection.collection('enrolments');
    await stored.updateMany({}, { $set: { offeredAt: week, offerExpiresAt: week } });
    const [bad] = await listOf(graph, classId);
    const broken = { countyCode: 42, offeredAt: new Date(week.getTime() - 1) };
    await stored.updateOne({ _id: bad?.id as never }, { $set: broken });
    const ofBad = await stored.findOne({ _id: bad?.id as never });
    const others = Array.from({ length: 130 }, (_, at) => `enr_bad${at}`);
    await stored.insertMany(
      others.map((id) => ({ ...ofBad, _id: id as never, workerId: id, postingId: id })),
    );

    await expect(graph.useCases.expireOffers()).rejects.toThrow('131 of a sweep failed');
    await stored.deleteMany({ _id: { $in: others as never[] } });

    const left = await stored.find({}).sort({ _id: 1 }).toArray();
    expect(left.map(({ status }) => status)).toEqual(['OFFERED', 'LAPSED']);
  });

  it('when classes meet the needs that they missed', async () => {
    await hearOfPosting(graph, 1);
    await hearOfPosting(graph, 2, { operatorAgencyId: OTHER_OPERATOR });
    const later = { openAtOnce: false, capacity: 1 };
    await planClass(graph, later);
    const other = { ...later, organiserAgencyId: OTHER_OPERATOR, startsOn: '2026-03-11' };
    const { data } = await planClass(graph, other, otherOperator);
    const classes = graph.connection.collection('training_classes');
    await classes.updateMany({}, { $set: { status: 'OPEN' } });
    await classes.updateOne({ startsOn: '2026-03-10' }, { $set: { version: 'none' } });

    await expect(graph.useCases.matchWaitingNeeds()).rejects.toThrow();

    const met = await listOf(graph, data.planTrainingClass.trainingClass.id);
    expect(met.map(({ worker: { id } }) => id)).toEqual([worker(2)]);
  });
});
