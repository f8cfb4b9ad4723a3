import type { Actor } from '@qianshou/kernel';
import { getNamedType, type GraphQLOutputType, type GraphQLSchema, isObjectType } from 'graphql';
import type { Probes } from './access-matrix.ts';
import { type Askable, fieldAt } from './access-question.ts';
import type { ListPlace } from './every-list.ts';
import { hasKey, keyOf } from './object-keys.ts';

const ADMIN: Actor = { subject: 'test|lists', grants: [{ role: 'ADMIN' }] };

/** Lists within objects that a root list has as well: where the object's own key is one more condition. */
export function nestedLists(schema: GraphQLSchema): readonly string[] {
  const query = schema.getQueryType();
  const roots = new Set(Object.values(query?.getFields() ?? {}).map(({ type }) => getNamedType(type).name));
  return Object.values(schema.getTypeMap())
    .filter((type) => isObjectType(type) && type !== query && hasKey(type))
    .flatMap((type) =>
      Object.values((isObjectType(type) && type.getFields()) || {})
        .filter((field) => field.name !== 'history' && field.name !== 'children')
        .filter((field) => roots.has(getNamedType(field.type).name) && isPage(field.type))
        .map(({ name }) => `${type.name}.${name}`),
    );
}

function isPage(type: GraphQLOutputType): boolean {
  return getNamedType(type).name.endsWith('Connection');
}

/** null where the service has no such object to ask of. */
export async function placeWithin(graph: Askable, path: string, probes: Probes): Promise<ListPlace | null> {
  const [typeName = ''] = path.split('.');
  const type = graph.schema.getType(typeName);
  if (!isObjectType(type)) return null;
  const key = await keyOf(graph, type, probes);
  if (key === null) return null;
  const of = Object.entries(key).map(([name, value]) => `${name}: ${JSON.stringify(value)}`);
  const representation = `{ __typename: ${JSON.stringify(typeName)} ${of.join(' ')} }`;
  return {
    path,
    base: {},
    actor: ADMIN,
    below: (field) => `_entities(representations: [${representation}]) { ... on ${typeName} { ${field} } }`,
  };
}

/** Which of `where` and `orderBy` the root list takes and the list within the object does not, or as another type. */
export function argumentsMissing(schema: GraphQLSchema, path: string): readonly string[] {
  const field = fieldAt(schema, path);
  const page = getNamedType(field.type);
  const roots = Object.values(schema.getQueryType()?.getFields() ?? {});
  const root = roots.find(({ type }) => getNamedType(type) === page);
  const taken = new Map(field.args.map(({ name, type }) => [name, String(getNamedType(type))]));
  return (root?.args ?? [])
    .filter(({ name }) => name === 'where' || name === 'orderBy')
    .filter(({ name, type }) => taken.get(name) !== String(getNamedType(type)))
    .map(({ name }) => name);
}
