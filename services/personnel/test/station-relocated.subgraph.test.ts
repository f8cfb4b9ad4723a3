import { inRegion } from '@qianshou/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { stationId as stationIdOf } from '../src/domain/ids.ts';
import { day, region, YIDU } from './builders.ts';
import { aPastResident, aWorkerThere, END, REVIEW } from './operations.ts';
import { APPLY, aNotice } from './recruitment-operations.ts';
import { bureau, done, type PersonnelGraph, personnelGraph, township } from './under-test.ts';

let graph: PersonnelGraph;

beforeAll(async () => {
  graph = await personnelGraph();
});
afterAll(() => graph.stop());

const newUnit = inRegion('TOWNSHIP_CIVIL_AFFAIRS', '420581106');

const relocate = (stationId: string) =>
  graph.hear('qianshou.station.relocated.v1', {
    stationId: stationIdOf(stationId),
    townshipCode: region('420581106'),
    countyCode: YIDU,
    on: day('2026-11-20'),
    before: { townshipCode: region('420581100') },
    counted: {
      status: 'OPERATING',
      tier: 'ORDINARY',
      hasAllHaves: true,
      grade: null,
      rectificationOverdue: false,
    },
  });
const postsIn = async (unit: string) => {
  const where = `where: { regionCode: { within: "${unit}" } }`;
  const { data } = await graph.execute(
    `{ postings(${where}) { nodes { id } } deadlines(${where}) { nodes { posting { id } } } recruitmentNotices(${where}) { nodes { id } } }`,
    {},
    bureau,
  );
  const ids = (nodes: readonly { readonly id: string }[]) => nodes.map(({ id }) => id);
  return {
    posts: ids(data.postings.nodes),
    due: ids(data.deadlines.nodes.map((each: { readonly posting: { readonly id: string } }) => each.posting)),
    notices: ids(data.recruitmentNotices.nodes),
  };
};

describe('a station whose unit has another code', () => {
  it('takes with it who is posted and recruited there, and leaves what is over where it was', async () => {
    const left = await aPastResident(graph);
    await done(graph, END, { postingId: left.id, endedOn: '2026-11-19', reason: '演示' });
    const { id, stationId } = await aPastResident(graph);
    const elsewhere = await aPastResident(graph);
    await done(graph, REVIEW, { countyCode: YIDU });
    const noticeId = await aNotice(graph, stationId);

    await relocate(stationId);
    await relocate(left.stationId);

    expect(await postsIn('420581106')).toEqual({ posts: [id], due: [id], notices: [noticeId] });
    const stayed = await postsIn('420581100');
    expect(stayed.posts.toSorted()).toEqual([left.id, elsewhere.id].toSorted());
    expect(stayed).toMatchObject({ due: [elsewhere.id], notices: [] });
    const workerId = await aWorkerThere(graph);
    const refused = await graph.execute(APPLY.query, { input: { noticeId, workerId } }, township);
    expect(refused.code).toBe('FORBIDDEN');
    await done(graph, APPLY, { noticeId, workerId }, newUnit);
  });
});
