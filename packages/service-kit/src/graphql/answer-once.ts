import type { Actor, OnceRequest } from '@qianshou/kernel';
import {
  defaultFieldResolver,
  getNamedType,
  type GraphQLField,
  type GraphQLFieldResolver,
  type GraphQLSchema,
  isInputObjectType,
  isRequiredInputField,
} from 'graphql';

/** `unitOfWork.once`: runs the body in a transaction, once per key. */
export type Once = <Result>(request: OnceRequest, body: () => Promise<Result>) => Promise<Result>;

export interface Keeping {
  readonly once: Once;
  /** For what is decided in a group, whose transaction keeps the answers of all. */
  readonly underKey: Once;
  /** Mutations that are decided in groups. */
  readonly grouped: readonly string[];
}

/** A client that asks again after a week still meets its own answer. */
const KEPT_FOR_DAYS = 30;

type Resolver = GraphQLFieldResolver<unknown, { readonly actor: Actor }>;
type Input = Readonly<Record<string, unknown>> & { readonly idempotencyKey?: string | null };

/**
 * Puts the one policy for doubles in front of every mutation whose input may carry an `idempotencyKey`: the same key
 * and input from the same caller are answered as the first time, and nothing happens twice. Where the key is mandatory
 * (money, decisions about pairings) the use case itself asks once, and keeps its answer for ever.
 */
export function answerOnce(schema: GraphQLSchema, { once, underKey, grouped }: Keeping): GraphQLSchema {
  const mutations = Object.values(schema.getMutationType()?.getFields() ?? {});
  for (const field of mutations.filter(mayCarryKey)) {
    const keep = grouped.includes(field.name) ? underKey : once;
    field.resolve = asked(field.name, keep, field.resolve ?? defaultFieldResolver);
  }
  return schema;
}

/** Where the key is mandatory, the use case itself sees to it. */
export function mayCarryKey({ args }: Pick<GraphQLField<unknown, unknown>, 'args'>): boolean {
  const input = getNamedType(args.find(({ name }) => name === 'input')?.type);
  const key = isInputObjectType(input) ? input.getFields()['idempotencyKey'] : undefined;
  return key !== undefined && !isRequiredInputField(key);
}

/** The key is no part of what is asked for: no use case sees it. */
function asked(operation: string, once: Once, resolve: Resolver): Resolver {
  return (parent, args, context, info) => {
    const { idempotencyKey, ...input } = (args as { readonly input: Input }).input;
    const body = async (): Promise<unknown> => resolve(parent, { ...args, input }, context, info);
    if (idempotencyKey === undefined || idempotencyKey === null) return body();
    const { subject } = context.actor;
    return once({ operation, subject, key: idempotencyKey, input, keptForDays: KEPT_FOR_DAYS }, body);
  };
}
