import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { posting, worker, YIDU } from './builders.ts';
import {
  anOpenNationalClass,
  bureau,
  change,
  hearOfDeadline,
  hearOfWorker,
  listOf,
  needsIn,
  projectOffice,
  published,
  type TrainingGraph,
  trainingGraph,
} from './under-test.ts';

let graph: TrainingGraph;

beforeEach(async () => {
  graph = await trainingGraph();
});
afterEach(() => graph.stop());

const statusesOf = async (classId: string) => (await listOf(graph, classId)).map(({ status }) => status);

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

  it('offers no second course to who has passed one', async () => {
    const classId = await anOpenNationalClass(graph);
    await hearOfDeadline(graph, 1, 180);
    const enrolmentId = (await listOf(graph, classId))[0]?.id;
    await change(graph, 'acceptOffer', { enrolmentId }, bureau);
    await change(graph, 'startTrainingClass', { classId }, projectOffice);
    await change(graph, 'assessEnrolment', { enrolmentId, attendedHours: 20, score: 80 }, projectOffice);

    const next = await anOpenNationalClass(graph);
    await hearOfDeadline(graph, 1, 90);

    expect(await listOf(graph, next)).toEqual([]);
    expect(await needsIn(graph)).toEqual([]);
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
