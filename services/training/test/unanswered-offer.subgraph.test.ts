import { anActor, inRegion, subgraphUnderTest } from '@qianshou/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { training } from '../src/container.ts';
import { now, worker, YIDU } from './builders.ts';
import {
  anOpenNationalClass,
  bureau,
  change,
  hearOfDeadline,
  hearOfWorker,
  listOf,
  needsIn,
  planClass,
  type TrainingGraph,
} from './under-test.ts';

const clock = { at: now, now: (): Date => clock.at };
const days = (count: number) => new Date(now.getTime() + count * 86_400_000);

let graph: TrainingGraph;

beforeAll(async () => {
  graph = await subgraphUnderTest(training, { prepare: true, clock });
  await hearOfWorker(graph, 1);
});
afterAll(() => graph.stop());

describe('TRA-7 an offer that nobody answers', () => {
  it('holds no seat, lapses after seven days, and is not made again for the same class', async () => {
    const classId = await anOpenNationalClass(graph, { capacity: 1 });
    await hearOfDeadline(graph, 1);
    await hearOfWorker(graph, 2);
    const { payload } = await change(graph, 'enrolWorker', { classId, workerId: worker(2) }, bureau);

    clock.at = days(6.9);
    expect(await graph.useCases.expireOffers()).toBe(0);
    clock.at = days(7);
    const late = await listOf(graph, classId);
    const offer = late.find(({ status }) => status === 'OFFERED');
    const answer = await change(graph, 'acceptOffer', { enrolmentId: offer?.id }, bureau);
    expect(answer.code).toBe('ENROLMENT_OFFER_EXPIRED');
    expect(await graph.useCases.expireOffers()).toBe(1);
    await graph.useCases.matchWaitingNeeds();

    expect(payload.enrolment.status).toBe('SEATED');
    expect((await listOf(graph, classId)).map(({ status }) => status).toSorted()).toEqual([
      'LAPSED',
      'SEATED',
    ]);
    expect(await needsIn(graph)).toEqual([`EXAM_PREP ${worker(1)}`]);
  });

  it('and its need meets the next class, also one of the county', async () => {
    const county = { programmeCode: 'EXAM_PREP', regionCode: YIDU, organiserAgencyId: null };
    const { data } = await planClass(graph, county, bureau);
    const classId = data.planTrainingClass.trainingClass.id as string;

    expect((await listOf(graph, classId)).map(({ status }) => status)).toEqual(['OFFERED']);
    expect(await needsIn(graph)).toEqual([]);
  });
});

describe('考前培训 and thematic classes are held by county, guidance centre and province', () => {
  it.each([
    ['the county', bureau, YIDU],
    ['its guidance centre', inRegion('GUIDANCE_CENTRE', YIDU), YIDU],
    ['the province', inRegion('PROVINCE_AUTHORITY', '420000'), '420000'],
  ])('%s', async (_who, actor, regionCode) => {
    const thematic = {
      code: `T${regionCode}${actor.grants[0]?.role[0]}`,
      kind: 'THEMATIC',
      name: '演示专题',
      organiser: '演示',
      audience: 'RESIDENTS',
    };
    await change(graph, 'announceProgramme', thematic, anActor('PROJECT_OFFICE'));

    for (const programmeCode of ['EXAM_PREP', thematic.code]) {
      const { code } = await planClass(graph, { programmeCode, regionCode, organiserAgencyId: null }, actor);
      expect(code).toBeUndefined();
    }
  });

  it('none of them elsewhere, and no management training', async () => {
    const elsewhere = { programmeCode: 'EXAM_PREP', regionCode: '640522', organiserAgencyId: null };
    const national = { programmeCode: 'NGO_MGMT_GROWTH', regionCode: YIDU, organiserAgencyId: null };

    expect((await planClass(graph, elsewhere, bureau)).code).toBe('FORBIDDEN');
    expect((await planClass(graph, national, bureau)).code).toBe('FORBIDDEN');
  });
});
