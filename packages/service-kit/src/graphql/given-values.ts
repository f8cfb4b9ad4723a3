import {
  defaultFieldResolver,
  getNamedType,
  getNullableType,
  type GraphQLField,
  type GraphQLFieldResolver,
  type GraphQLInputType,
  type GraphQLSchema,
  isInputObjectType,
  isListType,
  isObjectType,
} from 'graphql';

/** A value that a caller gave, however deep in the arguments. */
export interface GivenValue {
  readonly type: GraphQLInputType;
  readonly value: unknown;
  /** Of the argument, or of the field of an input. */
  readonly name: string;
}

type Field = GraphQLField<unknown, unknown>;
type Arguments = Readonly<Record<string, unknown>>;

export function fieldsOfObjects(schema: GraphQLSchema): readonly Field[] {
  const types = Object.values(schema.getTypeMap()).filter((type) => isObjectType(type));
  return types.flatMap((type) => Object.values(type.getFields()));
}

/** The check throws what the caller is told; it comes before anything of the field is resolved. */
export function checkBefore(field: Field, check: (args: Arguments) => void): void {
  const resolve: GraphQLFieldResolver<unknown, unknown> = field.resolve ?? defaultFieldResolver;
  field.resolve = (parent, args: Arguments, context, info) => {
    check(args);
    return resolve(parent, args, context, info);
  };
}

/** Looks at every value that is given for these arguments of a field, where one of them can hold such a scalar at all. */
export function checkValues(
  field: Field,
  { scalar, args = field.args }: { readonly scalar: string; readonly args?: Field['args'] },
  look: (given: GivenValue) => void,
): void {
  const declared = args.filter(({ type }) => mentions(scalar, type));
  if (declared.length === 0) return;
  checkBefore(field, (given) => {
    for (const { name, type } of declared)
      walk({ type, value: given[name], name }, (found) => String(found.type) === scalar && look(found));
  });
}

export function mentions(
  scalar: string,
  of: GraphQLInputType,
  above: ReadonlySet<unknown> = new Set(),
): boolean {
  const type = getNamedType(of);
  if (!isInputObjectType(type) || above.has(type)) return type.name === scalar;
  const seen = new Set([...above, type]);
  return Object.values(type.getFields()).some((field) => mentions(scalar, field.type, seen));
}

/** Calls for each single value, by its scalar or enum. */
function walk({ type: given, value, name }: GivenValue, look: (given: GivenValue) => void): void {
  if (value === undefined || value === null) return;
  const type = getNullableType(given);
  if (isListType(type)) {
    for (const item of value as readonly unknown[]) walk({ type: type.ofType, value: item, name }, look);
  } else if (isInputObjectType(type)) {
    const values = value as Arguments;
    for (const field of Object.values(type.getFields()))
      walk({ type: field.type, value: values[field.name], name: field.name }, look);
  } else look({ type, value, name });
}
