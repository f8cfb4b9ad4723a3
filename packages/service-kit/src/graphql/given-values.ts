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

/** A single value that a caller gave, however deep in the arguments. */
export interface GivenValue {
  /** Of its scalar or enum. */
  readonly type: string;
  readonly value: unknown;
  /** Of the argument, or of the field of an input. */
  readonly name: string;
  /** The input type whose field it is; null for an argument. */
  readonly input: string | null;
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
      walk(type, given[name], { name, input: null }, (value) => value.type === scalar && look(value));
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

function walk(
  given: GraphQLInputType,
  value: unknown,
  at: Pick<GivenValue, 'name' | 'input'>,
  look: (given: GivenValue) => void,
): void {
  if (value === undefined || value === null) return;
  const type = getNullableType(given);
  if (isListType(type)) {
    for (const item of value as readonly unknown[]) walk(type.ofType, item, at, look);
  } else if (isInputObjectType(type)) {
    const values = value as Arguments;
    for (const { name, type: of } of Object.values(type.getFields()))
      walk(of, values[name], { name, input: type.name }, look);
  } else look({ type: type.name, value, ...at });
}
