import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { OPERATOR, posting, uuid, worker, YIDU } from './builders.ts';
import {
  anOpenPreJobClass,
  hearOfPosting,
  listOf,
  needsIn,
  published,
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
