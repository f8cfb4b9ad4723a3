import { type GraphQLFieldResolver, type GraphQLSchema, isObjectType } from 'graphql';
import type { Work } from '../work/work.ts';

type Resolver = GraphQLFieldResolver<unknown, { readonly work?: Work }>;

/**
 * Puts a check before each resolver and after it: a tree that fans out ends between two levels when it is given up,
 * and gives way to other requests while it is worked through.
 */
export function boundWork(schema: GraphQLSchema): GraphQLSchema {
  const types = Object.values(schema.getTypeMap()).filter((type) => isObjectType(type));
  for (const field of types.flatMap((type) => Object.values(type.getFields()))) {
    if (field.resolve !== undefined) field.resolve = bounded(field.resolve);
  }
  return schema;
}

function bounded(resolve: Resolver): Resolver {
  return (parent, args, context, info) => {
    const turns = context.work?.turns;
    if (turns === undefined) return resolve(parent, args, context, info);
    const found = turns.take(() => resolve(parent, args, context, info));
    return found instanceof Promise ? found.then((value: unknown) => turns.take(() => value)) : found;
  };
}
