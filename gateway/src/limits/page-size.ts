import { getNamedType, valueFromASTUntyped, type FieldNode, type GraphQLField } from 'graphql';
import type { Variables } from './asked-operation.ts';

/** The largest page that any service gives; a size that is no number is refused there, and counts as this here. */
export const LARGEST_PAGE = 100;
const SLICES = new Set(['first', 'last']);

/** How many objects a field is asked for: by the literal, the variable or the default; `null` where it has no pages. */
export function pageSizeOf(
  node: FieldNode,
  field: GraphQLField<unknown, unknown>,
  variables: Variables,
): number | null {
  const slicing = field.args.filter(
    ({ name, type }) => SLICES.has(name) || getNamedType(type).name === 'PageSize',
  );
  if (slicing.length === 0) return null;
  const asked = slicing.map(({ name, defaultValue }) => {
    const given = node.arguments?.find((argument) => argument.name.value === name)?.value;
    const value = given && valueFromASTUntyped(given, variables);
    return bounded(value ?? defaultValue);
  });
  return Math.max(...asked);
}

function bounded(size: unknown): number {
  return typeof size === 'number' && size >= 0 && size <= LARGEST_PAGE ? size : LARGEST_PAGE;
}
