import { knownRegion, type RegionCode } from '@qianshou/kernel';
import {
  defaultFieldResolver,
  getNamedType,
  getNullableType,
  type GraphQLArgument,
  type GraphQLFieldResolver,
  type GraphQLInputType,
  type GraphQLNamedType,
  type GraphQLSchema,
  isInputObjectType,
  isListType,
  isObjectType,
} from 'graphql';

/** A region that is asked for by its own key is found or is not there: that is an answer. */
const OWN_KEY = 'code';

type Resolver = GraphQLFieldResolver<unknown, unknown>;

/**
 * Refuses a region that is none of the division codes, wherever a caller writes one: a command would refer to what is
 * not there, and a list would answer with nothing, as if there were nothing in the place.
 */
export function refuseUnknownRegions(schema: GraphQLSchema): GraphQLSchema {
  const types = Object.values(schema.getTypeMap()).filter((type) => isObjectType(type));
  for (const field of types.flatMap((type) => Object.values(type.getFields()))) {
    const args = field.args.filter(
      ({ name, type }) => name !== OWN_KEY && mentionsRegion(getNamedType(type)),
    );
    if (args.length > 0) field.resolve = checked(args, field.resolve ?? defaultFieldResolver);
  }
  return schema;
}

function mentionsRegion(type: GraphQLNamedType, above: ReadonlySet<GraphQLNamedType> = new Set()): boolean {
  if (!isInputObjectType(type) || above.has(type)) return type.name === 'RegionCode';
  const seen = new Set([...above, type]);
  return Object.values(type.getFields()).some((field) => mentionsRegion(getNamedType(field.type), seen));
}

function checked(declared: readonly GraphQLArgument[], resolve: Resolver): Resolver {
  return (parent, args, context, info) => {
    for (const { name, type } of declared) check(type, args[name], name);
    return resolve(parent, args, context, info);
  };
}

function check(given: GraphQLInputType, value: unknown, field: string): void {
  if (value === undefined || value === null) return;
  const type = getNullableType(given);
  if (isListType(type)) {
    for (const item of value as readonly unknown[]) check(type.ofType, item, field);
  } else if (isInputObjectType(type)) {
    const values = value as Readonly<Record<string, unknown>>;
    for (const each of Object.values(type.getFields())) check(each.type, values[each.name], each.name);
  } else if (type.name === 'RegionCode') knownRegion(value as RegionCode, field);
}
