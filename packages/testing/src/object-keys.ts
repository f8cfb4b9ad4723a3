import type { Actor } from '@qianshou/kernel';
import { getNamedType, type GraphQLObjectType, type GraphQLSchema, isObjectType } from 'graphql';
import { type Probes, probesAt } from './access-matrix.ts';
import type { Askable } from './access-question.ts';

const ADMIN: Actor = { subject: 'test|keys', grants: [{ role: 'ADMIN' }] };
/** Objects of other services are stubs here, whose key need not exist. */
const STUB_KEYS: Readonly<Record<string, object>> = { Region: { code: '420581' } };
const PREFIXES: Readonly<Record<string, string>> = {
  Agency: 'agy',
  GuidanceCentre: 'ctr',
  Posting: 'pst',
  SocialWorker: 'wkr',
  Station: 'sta',
};

export function hasKey({ astNode, extensionASTNodes }: GraphQLObjectType): boolean {
  const directives = [astNode, ...extensionASTNodes].flatMap((node) => node?.directives ?? []);
  return directives.some(({ name }) => name.value === 'key');
}

export function hasKeys(schema: GraphQLSchema): boolean {
  return Object.values(schema.getTypeMap()).some((type) => isObjectType(type) && hasKey(type));
}

/** By which one object of this type is asked for; null where the service has none. */
export async function keyOf(
  graph: Askable,
  type: GraphQLObjectType,
  probes: Probes,
): Promise<Readonly<Record<string, unknown>> | null> {
  const known = STUB_KEYS[type.name] ?? probedKey(graph, type, probes) ?? (await listedKey(graph, type));
  return known as Readonly<Record<string, unknown>> | null;
}

/** The object that the probes ask for by its id. */
function probedKey(graph: Askable, type: GraphQLObjectType, probes: Probes): object | null {
  const roots = Object.values(graph.schema.getQueryType()?.getFields() ?? {});
  const asked = roots.filter((root) => getNamedType(root.type) === type);
  const ids = asked.flatMap(({ name }) => probesAt(probes, `Query.${name}`).map(({ args }) => args?.['id']));
  const id = ids.find((each) => typeof each === 'string');
  return id === undefined ? null : { id };
}

/** The first of the service's list; any id, where it has none because the objects are another service's. */
async function listedKey(graph: Askable, type: GraphQLObjectType): Promise<object | null> {
  const roots = Object.values(graph.schema.getQueryType()?.getFields() ?? {});
  const list = roots.find((root) => getNamedType(root.type).name === `${type.name}Connection`);
  if (list === undefined) return type.getFields()['id'] === undefined ? null : { id: strangeId(type) };
  const { data } = await graph.execute(`{ list: ${list.name}(first: 1) { nodes { id } } }`, {}, ADMIN);
  return (data?.list?.nodes[0] as object | undefined) ?? null;
}

function strangeId({ name }: GraphQLObjectType): string {
  return `${PREFIXES[name] ?? 'none'}_0192f3c4-0000-7000-8000-000000000001`;
}
