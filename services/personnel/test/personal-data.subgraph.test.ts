import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { uuid } from './builders.ts';
import { aWorkerThere, REVEAL } from './operations.ts';
import {
  anIdNumber,
  bureau,
  done,
  manager,
  neighbour,
  type PersonnelGraph,
  personnelGraph,
  province,
  themself,
  township,
} from './under-test.ts';

const ID_NUMBER = anIdNumber(7);

let graph: PersonnelGraph;
let workerId: string;

beforeAll(async () => {
  graph = await personnelGraph();
  workerId = await aWorkerThere(graph, { phone: '13900001234', idNumber: ID_NUMBER });
});
afterAll(() => graph.stop());

const disclosures = () => graph.connection.collection('disclosures').find().sort({ at: 1 }).toArray();
const reveal = (changes: Record<string, unknown>, actor = bureau) =>
  graph.execute(
    REVEAL.query,
    { input: { workerId, field: 'ID_NUMBER', purpose: '演示', ...changes } },
    actor,
  );

describe('PER-16 revealPersonalField', () => {
  it('hands out the field and writes down who asked and why', async () => {
    const { value } = await done(graph, REVEAL, { workerId, field: 'ID_NUMBER', purpose: '签订劳动合同' });

    expect(value).toBe(ID_NUMBER);
    expect(await disclosures()).toMatchObject([
      { workerId, field: 'ID_NUMBER', purpose: '签订劳动合同', subject: bureau.subject },
    ]);
  });

  it('writes nothing where it refuses, and hands out nothing', async () => {
    const before = (await disclosures()).length;

    expect((await reveal({ purpose: ' ' })).code).toBe('BAD_USER_INPUT');
    expect((await reveal({}, neighbour)).code).toBe('WORKER_NOT_FOUND');
    expect((await reveal({}, themself(`wkr_${uuid(99)}`))).code).toBe('WORKER_NOT_FOUND');
    expect((await reveal({ workerId: `wkr_${uuid(98)}` })).code).toBe('WORKER_NOT_FOUND');
    expect(await disclosures()).toHaveLength(before);
  });

  it('says that a field was never given', async () => {
    const silent = await aWorkerThere(graph);

    expect((await reveal({ workerId: silent, field: 'PHONE' })).code).toBe('PERSONAL_FIELD_ABSENT');
  });

  it('publishes nothing', async () => {
    const before = (await graph.outbox()).length;
    await reveal({});

    expect(await graph.outbox()).toHaveLength(before);
  });
});

describe('PER-16 reading a worker', () => {
  const QUERY = 'query ($id: ID!) { socialWorker(id: $id) { name birthYear phone idNumber } }';
  const hidden = { phone: '*'.repeat(11), idNumber: '*'.repeat(18) };

  it.each([
    ['the bureau', bureau],
    ['the township office', township],
    ['the employer', manager],
  ])(
    'shows the name and the year in full to %s, and beside them nothing of a number',
    async (_who, actor) => {
      const { data } = await graph.execute(QUERY, { id: workerId }, actor);

      expect(data.socialWorker).toEqual({ name: '张三', birthYear: 1998, ...hidden });
    },
  );

  it('shows the name in full to the person', async () => {
    const { data } = await graph.execute(QUERY, { id: workerId }, themself(workerId));

    expect(data.socialWorker.name).toBe('张三');
  });

  it('masks the name outside the county', async () => {
    const { data } = await graph.execute(QUERY, { id: workerId }, province);

    const masked = { phone: '*********34', idNumber: ID_NUMBER.slice(-2).padStart(18, '*') };
    expect(data.socialWorker).toEqual({ name: '张*', birthYear: null, ...masked });
  });

  it('answers another county as if the worker did not exist, by id, as an entity, and in a list', async () => {
    const entity = /* GraphQL */ `
      query ($r: [_Any!]!) {
        _entities(representations: $r) {
          ... on SocialWorker {
            name
          }
        }
      }
    `;
    const representations = { r: [{ __typename: 'SocialWorker', id: workerId }] };

    expect((await graph.execute(QUERY, { id: workerId }, neighbour)).data.socialWorker).toBeNull();
    expect((await graph.execute(entity, representations, neighbour)).data._entities).toEqual([null]);
    expect((await graph.execute(entity, representations, bureau)).data._entities).toEqual([{ name: '张三' }]);
    const list = await graph.execute('{ socialWorkers { nodes { id } totalCount } }', {}, neighbour);
    expect(list.data.socialWorkers).toEqual({ nodes: [], totalCount: 0 });
  });
});

describe('socialWorkerByIdNumber', () => {
  const QUERY = 'query ($n: String!) { socialWorkerByIdNumber(idNumber: $n) { id } }';

  it('finds by the keyed digest, for those who may see the worker', async () => {
    expect((await graph.execute(QUERY, { n: ID_NUMBER }, bureau)).data.socialWorkerByIdNumber).toEqual({
      id: workerId,
    });
    expect((await graph.execute(QUERY, { n: ID_NUMBER }, neighbour)).data.socialWorkerByIdNumber).toBeNull();
    expect((await graph.execute(QUERY, { n: anIdNumber(8) }, bureau)).data.socialWorkerByIdNumber).toBeNull();
  });

  it('refuses a number with a wrong check digit', async () => {
    expect((await graph.execute(QUERY, { n: '420581199801010019' }, bureau)).code).toBe('BAD_USER_INPUT');
  });
});
