import type { Actor } from '@qianshou/kernel';
import {
  getNamedType,
  type GraphQLField,
  type GraphQLOutputType,
  type GraphQLSchema,
  isLeafType,
  isObjectType,
} from 'graphql';
import type { Answer } from './subgraph.ts';

export type Outcome = 'ADMITTED' | 'REFUSED' | 'LEFT_OUT' | 'UNAUTHENTICATED';

export interface Askable {
  readonly schema: GraphQLSchema;
  readonly execute: (query: string, variables: Record<string, unknown>, actor: Actor) => Promise<Answer>;
}

export type Field = GraphQLField<unknown, unknown>;

export interface Question {
  readonly args?: Readonly<Record<string, unknown>>;
  /** Of a field below the root: the query around it. */
  readonly below?: (field: string) => string;
  /** The code by which a copy of another service's object is hidden: as if its event were still on its way. */
  readonly hiddenAs?: string;
}

export function fieldAt(schema: GraphQLSchema, path: string): Field {
  const [typeName = '', name = ''] = path.split('.');
  const type = schema.getType(typeName);
  const field = isObjectType(type) ? type.getFields()[name] : undefined;
  if (field === undefined) throw new Error(`The contract has no ${path}`);
  return field;
}

/** What becomes of the question: a rule of the domain that refuses comes after access, so it counts as admitted. */
export async function outcomeOf(
  graph: Askable,
  path: string,
  question: Question,
  actor: Actor,
): Promise<Outcome> {
  const field = fieldAt(graph.schema, path);
  const answer = await graph.execute(documentOf(path, field, question), { ...question.args }, actor);
  const [error] = answer.errors;
  if (error === undefined) return isEmpty(valueOf(answer.data, field.name)) ? 'LEFT_OUT' : 'ADMITTED';
  if (answer.code !== undefined && MALFORMED.has(answer.code)) {
    throw new Error(`The probe of ${path} asks nothing that can be answered: ${error.message}`);
  }
  return refusalIn(answer, question.hiddenAs);
}

const MALFORMED = new Set(['GRAPHQL_VALIDATION_FAILED', 'BAD_USER_INPUT', 'INTERNAL_SERVER_ERROR']);

function refusalIn({ code, errors }: Answer, hiddenAs?: string): Outcome {
  if (code === 'UNAUTHENTICATED') return 'UNAUTHENTICATED';
  const isHidden =
    errors[0]?.extensions?.['kind'] === 'NOT_FOUND' || (code !== undefined && code === hiddenAs);
  return code === 'FORBIDDEN' || isHidden ? 'REFUSED' : 'ADMITTED';
}

export function documentOf(path: string, field: Field, { args = {}, below }: Question): string {
  const given = field.args.filter(({ name }) => name in args);
  const variables = given.map(({ name, type }) => `$${name}: ${String(type)}`).join(', ');
  const values = given.map(({ name }) => `${name}: $${name}`).join(', ');
  const call = `${field.name}${values === '' ? '' : `(${values})`}${selectionOf(field.type)}`;
  const operation = path.startsWith('Mutation.') ? 'mutation' : 'query';
  const head = variables === '' ? operation : `${operation} (${variables})`;
  return `${head} { ${below === undefined ? call : below(call)} }`;
}

function selectionOf(output: GraphQLOutputType): string {
  const type = getNamedType(output);
  if (isLeafType(type)) return '';
  const isList = isObjectType(type) && 'nodes' in type.getFields();
  return isList ? ' { nodes { __typename } }' : ' { __typename }';
}

/** The field's answer, however deep below the root it stands; a list on the way counts by its first item. */
function valueOf(data: unknown, name: string): unknown {
  if (Array.isArray(data)) return valueOf(data[0], name);
  if (typeof data !== 'object' || data === null) return null;
  const fields = data as Record<string, unknown>;
  return name in fields ? fields[name] : valueOf(Object.values(fields)[0], name);
}

function isEmpty(value: unknown): boolean {
  if (value === null || value === undefined) return true;
  if (Array.isArray(value)) return value.length === 0;
  const nodes = typeof value === 'object' && 'nodes' in value ? value.nodes : null;
  return Array.isArray(nodes) && nodes.length === 0;
}
