import { anActor } from '@qianshou/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CENTRE, OPERATOR, OTHER_OPERATOR, uuid } from './builders.ts';
import {
  aCertifiedWorker,
  aPastResident,
  aResidentOnDuty,
  aWorkerThere,
  CERTIFY,
  certificateInput,
  type PostingThere,
  read,
} from './operations.ts';
import {
  bureau,
  done,
  manager,
  neighbour,
  type PersonnelGraph,
  personnelGraph,
  province,
  themself,
} from './under-test.ts';

let graph: PersonnelGraph;
let resident: PostingThere;

beforeAll(async () => {
  graph = await personnelGraph();
  resident = await aResidentOnDuty(graph);
});
afterAll(() => graph.stop());

const entity = async (type: string, key: Record<string, string>, fields: string, actor = bureau) => {
  const query = `query ($r: [_Any!]!) { _entities(representations: $r) { ... on ${type} { ${fields} } } }`;
  const { data } = await graph.execute(query, { r: [{ __typename: type, ...key }] }, actor);
  return data._entities[0];
};

describe('postings', () => {
  const QUERY = /* GraphQL */ `
    query ($where: PostingFilter, $first: PageSize, $after: String) {
      postings(where: $where, first: $first, after: $after) {
        nodes {
          id
        }
        pageInfo {
          hasNextPage
          endCursor
        }
        totalCount
      }
    }
  `;
  const list = async (variables: Record<string, unknown>, actor = bureau) =>
    (await graph.execute(QUERY, variables, actor)).data.postings;

  it('are listed by region, township, worker and status', async () => {
    const only = [{ id: resident.id }];
    const where = { workerId: { eq: resident.workerId } };

    expect((await list({ where })).nodes).toEqual(only);
    expect((await list({ where: { ...where, regionCode: { within: '420000' } } })).nodes).toEqual(only);
    expect((await list({ where: { ...where, regionCode: { within: '420581100' } } })).nodes).toEqual(only);
    expect((await list({ where: { ...where, regionCode: { within: '420581101' } } })).nodes).toEqual([]);
    expect((await list({ where: { ...where, status: { in: ['LEFT'] } } })).nodes).toEqual([]);
  });

  it('are counted and paged only as far as the reader sees', async () => {
    await aPastResident(graph);
    const first = await list({ first: 1 });
    const second = await list({ first: 1, after: first.pageInfo.endCursor });

    expect(first).toMatchObject({ totalCount: 2, pageInfo: { hasNextPage: true } });
    expect(second.pageInfo.hasNextPage).toBe(false);
    expect(first.nodes).not.toEqual(second.nodes);
    expect((await list({}, themself(resident.workerId))).totalCount).toBe(1);
    expect((await list({}, manager)).totalCount).toBe(2);
    expect((await list({}, province)).totalCount).toBe(2);
    expect((await list({}, neighbour)).totalCount).toBe(0);
    expect((await list({}, anActor('COUNTY_CIVIL_AFFAIRS'))).totalCount).toBe(0);
  });

  it.each([
    ['a page of nothing', { first: 0 }],
    ['a page of everything', { first: 1_000_000_000 }],
    ['a forged cursor', { after: 'W10' }],
    ['a region that is none', { where: { regionCode: { within: '999999' } } }],
    ['an operator in place of an id', { where: { workerId: { eq: { $ne: '' } } } }],
  ])('refuse %s', async (_what, variables) => {
    expect((await graph.execute(QUERY, variables, bureau)).code).toBe('BAD_USER_INPUT');
  });

  it('show the worker to whoever may see the worker', async () => {
    expect((await read(graph, resident.id)).worker).toEqual({ id: resident.workerId });
    expect(await read(graph, resident.id, neighbour)).toBeNull();
  });
});

describe('socialWorkers', () => {
  it('are listed by region and employer', async () => {
    const query = 'query ($w: SocialWorkerFilter) { socialWorkers(where: $w) { totalCount nodes { id } } }';
    const count = async (w: Record<string, unknown>) =>
      (await graph.execute(query, { w }, bureau)).data.socialWorkers.nodes.length;
    const all = await count({});

    expect(await count({ employerAgencyId: { eq: OPERATOR } })).toBe(all);
    expect(await count({ employerAgencyId: { eq: OTHER_OPERATOR } })).toBe(0);
    expect(await count({ regionCode: { within: '640000' } })).toBe(0);
  });

  it('PER-11 tell from when each exam is open, counting the present post', async () => {
    const query =
      'query ($id: ID!) { socialWorker(id: $id) { examEligibility { level eligibleFrom eligibleNow } postings { nodes { id } } } }';
    const worker = await aWorkerThere(graph, { socialWorkSince: null });
    const posting = await aResidentOnDuty(graph, worker);

    const { data } = await graph.execute(query, { id: worker }, bureau);

    expect(data.socialWorker).toEqual({
      examEligibility: [
        { level: 'ASSISTANT', eligibleFrom: '2028-03-12', eligibleNow: false },
        { level: 'SOCIAL_WORKER', eligibleFrom: '2031-03-12', eligibleNow: false },
        { level: 'SENIOR', eligibleFrom: null, eligibleNow: false },
      ],
      postings: { nodes: [{ id: posting.id }] },
    });
  });
});

describe('what personnel adds to the objects of others', () => {
  it('is the staff of a station, for those who may see it, and its vacancies for everybody', async () => {
    const fields = 'staff { id role } vacancies { role required onDuty }';
    const vacancies = [{ role: 'STATION_HEAD', required: 1, onDuty: 0 }];

    const key = { id: resident.stationId };
    expect(await entity('Station', key, fields)).toEqual({
      staff: [{ id: resident.id, role: 'RESIDENT' }],
      vacancies,
    });
    expect(await entity('Station', key, fields, neighbour)).toEqual({ staff: [], vacancies });
  });

  it('PER-2 needs a deputy head once the station is a demonstration station', async () => {
    const { stationId } = await aPastResident(graph);
    await graph.hear('qianshou.station.tier-changed.v1', {
      stationId: stationId as never,
      townshipCode: '420581100' as never,
      countyCode: '420581' as never,
      operatorAgencyId: OPERATOR,
      from: 'ORDINARY',
      to: 'DEMONSTRATION',
      selectedOn: '2026-06-01' as never,
    });

    const station = await entity('Station', { id: stationId }, 'vacancies { role }');

    expect(station.vacancies).toEqual([{ role: 'STATION_HEAD' }, { role: 'DEPUTY_HEAD' }]);
  });

  it('PER-15 is the two workers of a guidance centre; nothing of a place not heard of yet', async () => {
    expect(
      await entity('GuidanceCentre', { id: CENTRE }, 'staff { id } vacancies { role required onDuty }'),
    ).toEqual({
      staff: [],
      vacancies: [{ role: 'CENTRE_WORKER', required: 2, onDuty: 0 }],
    });
    expect(await entity('Station', { id: `sta_${uuid(9999)}` }, 'vacancies { role }')).toEqual({
      vacancies: null,
    });
  });

  it('is the workers of an agency, and a certificate by its id', async () => {
    const holder = await aCertifiedWorker(graph);
    const { qualification } = await done(graph, CERTIFY, certificateInput(holder));
    const { workers } = await entity('Agency', { id: OPERATOR }, 'workers { nodes { id } }', manager);

    expect(workers.nodes).toContainEqual({ id: holder });
    const key = { id: qualification.id as string };
    expect(await entity('Qualification', key, 'level')).toEqual({ level: 'ASSISTANT' });
    expect(await entity('Qualification', key, 'level', neighbour)).toBeNull();
  });

  it('is zeros for a region where nothing happened', async () => {
    const fields = 'personnelFigures { postingsOnDuty certifiedShare { numerator denominator rate } asOf }';

    expect(await entity('Region', { code: '640522' }, fields)).toEqual({
      personnelFigures: {
        postingsOnDuty: 0,
        certifiedShare: { numerator: 0, denominator: 0, rate: null },
        asOf: null,
      },
    });
  });
});
