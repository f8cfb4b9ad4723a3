import {
  getNamedType,
  Kind,
  type ValueNode,
  type FieldNode,
  type GraphQLField,
  type VariableDefinitionNode,
} from 'graphql';

/** Where the sizes of pages come from besides the document's own literals. */
export interface PageSizes {
  readonly variables: Readonly<Record<string, unknown>>;
  readonly definitions: readonly VariableDefinitionNode[];
}

/** The largest page that any service gives; a size that is no number is refused there, and counts as this here. */
const LARGEST = 100;
const SLICES = new Set(['first', 'last']);

/** How many objects a field is asked for: by the literal, the variable or the default; `null` where it has no pages. */
export function pageSizeOf(
  node: FieldNode,
  field: GraphQLField<unknown, unknown>,
  sizes: PageSizes,
): number | null {
  const slicing = field.args.filter(
    ({ name, type }) => SLICES.has(name) || getNamedType(type).name === 'PageSize',
  );
  if (slicing.length === 0) return null;
  const asked = slicing.map(({ name, defaultValue }) => {
    const given = node.arguments?.find((argument) => argument.name.value === name)?.value;
    const value = given === undefined ? undefined : valueOf(given, sizes);
    return bounded(value ?? defaultValue);
  });
  return Math.max(...asked);
}

function valueOf(given: ValueNode, { variables, definitions }: PageSizes): unknown {
  if (given.kind === Kind.INT) return Number(given.value);
  if (given.kind === Kind.NULL) return undefined;
  if (given.kind !== Kind.VARIABLE) return LARGEST;
  const name = given.name.value;
  if (Object.hasOwn(variables, name)) return variables[name];
  const fallback = definitions.find(({ variable }) => variable.name.value === name)?.defaultValue;
  return fallback === undefined ? undefined : valueOf(fallback, { variables, definitions });
}

function bounded(size: unknown): number {
  return typeof size === 'number' && size >= 0 && size <= LARGEST ? size : LARGEST;
}
