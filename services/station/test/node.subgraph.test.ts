import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { onlyFor, verdicts } from '@qianshou/testing';
import { isInterfaceType, Kind, type ObjectTypeDefinitionNode, parse } from 'graphql';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { NODE_TYPES } from '../src/domain/reference/node.ts';
import { anId } from './builders.ts';
import { bureau, operating, type StationGraph, stationGraph } from './under-test.ts';

let graph: StationGraph;
let stationId: string;

beforeAll(async () => {
  graph = await stationGraph();
  stationId = await operating(graph);
});
afterAll(() => graph.stop());

const NODE = `query ($id: ID!) {
  node(id: $id) { __typename id ... on Station { status county { name } } ... on Complaint { statement kind } }
}`;
const askFor = (id: string, actor = bureau) => graph.execute(NODE, { id }, actor);

/** Types of the graph that any service answers for by their id. */
function typesFoundById(): readonly string[] {
  const graphFile = join(import.meta.dirname, '../../../gateway/supergraph.graphql');
  const types = parse(readFileSync(graphFile, 'utf8')).definitions.filter(
    (definition): definition is ObjectTypeDefinitionNode => definition.kind === Kind.OBJECT_TYPE_DEFINITION,
  );
  const isFoundById = ({ directives = [] }: ObjectTypeDefinitionNode) =>
    directives
      .filter(({ name }) => name.value === 'join__type')
      .flatMap((directive) => directive.arguments ?? [])
      .some(({ name, value }) => name.value === 'key' && value.kind === Kind.STRING && value.value === 'id');
  return types.filter(isFoundById).map(({ name }) => name.value);
}

describe('node', () => {
  it('answers what this service owns, as its own field does', async () => {
    const { data } = await askFor(stationId);

    expect(data.node).toEqual({
      __typename: 'Station',
      id: stationId,
      status: 'OPERATING',
      county: { name: '宜都市' },
    });
  });

  it('shows of a complaint what everybody may read, and the statement to the bureau alone', async () => {
    const { data } = await graph.execute(
      'mutation ($input: FileComplaintInput!) { fileComplaint(input: $input) { complaint { id } } }',
      { input: { stationId, kind: 'ATTITUDE', statement: '上门时间多次变更' } },
    );
    const { id } = data.fileComplaint.complaint;

    expect((await askFor(id)).data.node.statement).toBe('上门时间多次变更');
    expect((await graph.execute(NODE, { id })).data.node).toMatchObject({
      kind: 'ATTITUDE',
      statement: null,
    });
  });

  it.each(['sta', 'vrm', 'ctr', 'pol', 'chk', 'sev', 'cmp'] as const)(
    'answers null for an id of this service with nothing behind it: %s',
    async (prefix) => {
      expect((await askFor(anId(prefix, 404))).data.node).toBeNull();
    },
  );

  it('finds a region by the id that stands for its code', async () => {
    const query = 'query ($id: ID!) { node(id: $id) { __typename id ... on Region { code name } } }';
    const ask = async (id: string) => graph.execute(query, { id });

    expect((await ask('reg_420581')).data.node).toEqual({
      __typename: 'Region',
      id: 'reg_420581',
      code: '420581',
      name: '宜都市',
    });
    expect((await ask('reg_429998')).data.node).toBeNull();
    expect((await ask('reg_42')).code).toBe('BAD_USER_INPUT');
    const { data } = await graph.execute('{ region(code: "420581") { id parent { id } } }');
    expect(data.region).toEqual({ id: 'reg_420581', parent: { id: 'reg_420500' } });
  });

  it('leaves another service’s object to its service: here it is a key', async () => {
    const id = anId('wkr', 404);

    expect((await askFor(id)).data.node).toEqual({ __typename: 'SocialWorker', id });
  });

  it.each([
    ['of no kind', 'zzz_01900000-0000-7000-8000-000000000011'],
    ['that is no UUID', 'sta_17'],
    ['of something that has no field of its own', 'srv_01900000-0000-7000-8000-000000000011'],
    ['made of the language', 'constructor_01900000-0000-7000-8000-000000000011'],
    ['that is empty', ''],
  ])('refuses an id %s', async (_what, id) => {
    const { code, details } = await askFor(id);

    expect(code).toBe('BAD_USER_INPUT');
    expect(details['field']).toBe('id');
  });

  it('knows every type of the graph that is found by its id, whichever service owns it', () => {
    const implementing = Object.values(graph.schema.getTypeMap())
      .filter(isInterfaceType)
      .filter(({ name }) => name === 'Node')
      .flatMap((type) => graph.schema.getImplementations(type).objects.map(({ name }) => name));

    const found = [...typesFoundById(), 'Region'];
    expect(Object.values(NODE_TYPES).toSorted()).toEqual(found.toSorted());
    expect(implementing.toSorted()).toEqual(Object.values(NODE_TYPES).toSorted());
  });

  it('is for everybody: what of an object, its own service decides', async () => {
    expect(await verdicts(graph, { query: `{ node(id: "${stationId}") { id } }`, scope: {} })).toEqual(
      onlyFor('PUBLIC'),
    );
  });
});

const CHECK = `query ($id: ID!, $action: String!) {
  actionCheck(id: $id, action: $action) {
    __typename objectId action ... on StationActionCheck { operation allowed code message evidence { name value } }
  }
}`;

describe('actionCheck', () => {
  it('says of what this service owns why an action is refused, by the decision itself', async () => {
    const { data } = await graph.execute(CHECK, { id: stationId, action: 'OPEN_STATION' }, bureau);

    expect(data.actionCheck).toMatchObject({
      __typename: 'StationActionCheck',
      objectId: stationId,
      operation: 'openStation',
      allowed: false,
      code: 'STATION_STATUS_WRONG',
    });
    expect(data.actionCheck.evidence).toContainEqual({ name: 'status', value: 'OPERATING' });
  });

  it('answers of what others own with the key on which their service answers', async () => {
    const { data } = await graph.execute(CHECK, { id: anId('cls', 1), action: 'OPEN' }, bureau);

    expect(data.actionCheck).toEqual({
      __typename: 'TrainingActionCheck',
      objectId: anId('cls', 1),
      action: 'OPEN',
    });
  });

  it('refuses an action that there is not', async () => {
    const { code } = await graph.execute(CHECK, { id: stationId, action: 'BREW_TEA' }, bureau);

    expect(code).toBe('BAD_USER_INPUT');
  });
});
