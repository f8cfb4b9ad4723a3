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

export type Input = Readonly<Record<string, unknown>>;

/** What the probe says, for somebody who says it a little differently. */
export function inputOf({ args }: Question): Input {
  return (args?.['input'] ?? {}) as Input;
}

/** Asks a mutation anew each time: with a key of its own, so that no answer is one of before. */
export function askingAnew(graph: Askable, path: string) {
  const field = fieldAt(graph.schema, path);
  const document = mutationOf(field, '{ __typename }');
  return (input: Input, actor: Actor): Promise<Answer> =>
    graph.execute(document, { input: carriesKey(graph, path) ? withNewKey(input) : input }, actor);
}

export function withNewKey(input: Input): Input {
  return { ...input, idempotencyKey: randomUUID() };
}

/** Asks a mutation, and asks it again as a client does who heard no answer: with the same key. */
export async function askTwice(
  graph: Askable,
  path: string,
  question: Question,
  actor: Actor,
): Promise<Twice> {
  const field = fieldAt(graph.schema, path);
  const input = withNewKey(inputOf(question));
  const document = mutationOf(field, selectionOf(field.type, 2));
  const ask = (): Promise<Answer> => graph.execute(document, { input }, actor);
  return { first: await ask(), second: await ask() };
}

function mutationOf({ name, args }: Field, selection: string): string {
  const input = String(args.find((arg) => arg.name === 'input')?.type);
  return `mutation ($input: ${input}) { ${name}(input: $input) ${selection} }`;
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
