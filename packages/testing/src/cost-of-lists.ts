import type { Actor } from '@qianshou/kernel';
import type { Connection } from '@qianshou/service-kit/mongo';
import {
  getNamedType,
  type GraphQLArgument,
  type GraphQLField,
  type GraphQLObjectType,
  isLeafType,
  isNonNullType,
  isObjectType,
} from 'graphql';
import type { Probes } from './access-matrix.ts';
import type { Askable } from './access-question.ts';
import { hasKey, keyOf } from './object-keys.ts';

export const ADMIN: Actor = { subject: 'test|cost', grants: [{ role: 'ADMIN' }] };
const PARENTS = 6;
export type CountedGraph = Askable & { readonly connection: Connection };

/** What a field costs of one parent and of several: database commands. */
export interface FieldCost {
  readonly path: string;
  readonly ofOne: number;
  readonly ofSeveral: number;
}

/** Every field of every object that has a key, asked of one and of several at once, and what that costs. */
export async function costsOfFields(graph: CountedGraph, probes: Probes): Promise<readonly FieldCost[]> {
  const costs: FieldCost[] = [];
  for (const { path, ...asked } of await fieldsToAsk(graph, probes)) {
    const ask = askingFor(graph, asked);
    // Once before: what is read once for all requests is not counted.
    await ask(1);
    costs.push({ path, ofOne: await ask(1), ofSeveral: await ask(PARENTS) });
  }
  return costs;
}

export interface FieldToAsk {
  readonly path: string;
  readonly type: GraphQLObjectType;
  /** Of an object of that type that is there. */
  readonly key: object;
  readonly selection: string;
}

/** Every field of every object that has a key, which asks for no arguments. */
export async function fieldsToAsk(graph: CountedGraph, probes: Probes): Promise<readonly FieldToAsk[]> {
  const types = Object.values(graph.schema.getTypeMap()).filter((type) => isObjectType(type));
  const fields: FieldToAsk[] = [];
  for (const type of types.filter(hasKey)) {
    const key = await keyOf(graph, type, probes);
    if (key === null) continue;
    for (const field of Object.values(type.getFields()).filter(({ args }) => !args.some(isRequired)))
      fields.push({ path: `${type.name}.${field.name}`, type, key, selection: selectionOf(field) });
  }
  return fields;
}

function isRequired({ type, defaultValue }: GraphQLArgument): boolean {
  return isNonNullType(type) && defaultValue === undefined;
}

function selectionOf({ name, type }: GraphQLField<unknown, unknown>): string {
  const named = getNamedType(type);
  if (isLeafType(named)) return name;
  const page = named.name.endsWith('Connection');
  return `${name} { ${page ? 'totalCount nodes { __typename }' : '__typename'} }`;
}

export function entityQuery({ type, selection }: Pick<FieldToAsk, 'type' | 'selection'>): string {
  return `query ($of: [_Any!]!) { _entities(representations: $of) { ... on ${type.name} { ${selection} } } }`;
}

function askingFor(graph: CountedGraph, { type, key, selection }: Omit<FieldToAsk, 'path'>) {
  const query = entityQuery({ type, selection });
  return async (times: number): Promise<number> => {
    const of = Array.from({ length: times }, () => ({ __typename: type.name, ...key }));
    let sent = 0;
    const count = (): void => void (sent += 1);
    const client = graph.connection.getClient();
    client.on('commandStarted', count);
    await graph.execute(query, { of }, ADMIN);
    client.off('commandStarted', count);
    return sent;
  };
}
