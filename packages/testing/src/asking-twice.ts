import { randomUUID } from 'node:crypto';
import type { Actor } from '@qianshou/kernel';
import { mayCarryKey } from '@qianshou/service-kit/graphql';
import { getNamedType, type GraphQLOutputType, isLeafType, isObjectType, isRequiredArgument } from 'graphql';
import { type Askable, type Field, fieldAt, type Question } from './access-question.ts';
import type { Answer } from './subgraph.ts';

export interface Twice {
  readonly first: Answer;
  readonly second: Answer;
}

/** Whether a mutation lets its caller say that a repeat is a repeat. */
export function carriesKey({ schema }: Pick<Askable, 'schema'>, path: string): boolean {
  return path.startsWith('Mutation.') && mayCarryKey(fieldAt(schema, path));
}

/** Asks a mutation, and asks it again as a client does who heard no answer: with the same key. */
export async function askTwice(
  graph: Askable,
  path: string,
  { args = {} }: Question,
  actor: Actor,
): Promise<Twice> {
  const field = fieldAt(graph.schema, path);
  const input = { ...(args['input'] as object), idempotencyKey: randomUUID() };
  const ask = (): Promise<Answer> => graph.execute(documentOf(field), { input }, actor);
  return { first: await ask(), second: await ask() };
}

function documentOf({ name, args, type }: Field): string {
  const input = String(args.find((arg) => arg.name === 'input')?.type);
  return `mutation ($input: ${input}) { ${name}(input: $input) ${selectionOf(type, 2)} }`;
}

/** What stands in the answer itself; what is resolved by asking elsewhere may change from one answer to the next. */
function selectionOf(output: GraphQLOutputType, depth: number): string {
  const type = getNamedType(output);
  if (isLeafType(type) || !isObjectType(type)) return isLeafType(type) ? '' : '{ __typename }';
  const fields = Object.values(type.getFields()).filter(({ args }) => !args.some(isRequiredArgument));
  const told = fields.filter((field) => isLeafType(getNamedType(field.type)) || depth > 1);
  const parts = told.map((field) => `${field.name} ${selectionOf(field.type, depth - 1)}`);
  return `{ ${['__typename', ...parts].join(' ')} }`;
}
