import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { foldTrainingEvent } from '../src/messaging/figures.ts';
import { OPERATOR, posting, worker, YIDU } from './builders.ts';
import {
  anOpenPreJobClass,
  change,
  hearOfPosting,
  hearOfWorker,
  listOf,
  needsIn,
  published,
  type TrainingGraph,
  trainingGraph,
} from './under-test.ts';

let graph: TrainingGraph;

beforeAll(async () => {
  graph = await trainingGraph();
});
afterAll(() => graph.stop());

/** What the results that were told come to, in each region. */
const figuresTold = async (): Promise<Readonly<Record<string, number>>> => {
  const told = [...(await published(graph, 'passed')), ...(await published(graph, 'certificate-cancelled'))];
  const sums: Record<string, number> = {};
  for (const { regionCode, figures } of told.flatMap((event) => foldTrainingEvent(event as never)))
    for (const [name, value] of Object.entries(figures))
      sums[`${regionCode} ${name}`] = (sums[`${regionCode} ${name}`] ?? 0) + Number(value);
  return sums;
};

describe('TRA-6 a cancelled pre-job certificate', () => {
  it('names the post and the hours that it takes back, and the training is needed again', async () => {
    const classId = await anOpenPreJobClass(graph);
    await hearOfWorker(graph, 1);
    await hearOfPosting(graph, 1);
    const [place] = await listOf(graph, classId);
    await change(graph, 'startTrainingClass', { classId });
    const result = { enrolmentId: place?.id, attendedHours: 18, score: 90 };
    const { payload } = await change(graph, 'assessEnrolment', result);
    const { id: certificateId, no } = payload.enrolment.certificate;

    await change(graph, 'cancelTrainingCertificate', { certificateId, reason: '演示:出勤记录有误' });

    expect(await published(graph, 'certificate-cancelled')).toMatchObject([
      { data: { certificateNo: no, postingId: posting(1), hours: 18 } },
    ]);
    const figures = await figuresTold();
    expect(figures).toMatchObject({ [`${YIDU} passed@PRE_JOB`]: 0, [`${YIDU} hours@PRE_JOB`]: 0 });
    expect(new Set(Object.values(figures))).toEqual(new Set([0]));
    expect(Object.keys(figures)).toEqual(expect.arrayContaining([`${YIDU} passed`, `${YIDU} hours`]));
    await graph.hear('qianshou.personnel.posting-training-voided.v1', {
      postingId: posting(1),
      workerId: worker(1),
      stationId: null,
      centreId: null,
      role: 'RESIDENT',
      countyCode: YIDU,
      operatorAgencyId: OPERATOR,
      certifiedLocal: false,
    });
    expect(await needsIn(graph)).toEqual([`PRE_JOB ${worker(1)}`]);
    const next = await anOpenPreJobClass(graph);
    expect((await listOf(graph, next)).map(({ status }) => status)).toEqual(['SEATED']);
  });
});
