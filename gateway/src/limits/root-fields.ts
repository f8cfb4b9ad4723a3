import {
  Kind,
  type DocumentNode,
  type FieldNode,
  type OperationDefinitionNode,
  type SelectionSetNode,
  valueFromASTUntyped,
} from 'graphql';
import type { Variables } from './asked-operation.ts';

/** The root fields of an operation, through fragments; each fragment is looked into once. */
export function rootFields(document: DocumentNode, operation: OperationDefinitionNode): readonly FieldNode[] {
  const seen = new Set<string>();
  const fieldsOf = ({ selections }: SelectionSetNode): readonly FieldNode[] =>
    selections.flatMap((selection) => {
      if (selection.kind === Kind.FIELD) return [selection];
      if (selection.kind === Kind.INLINE_FRAGMENT) return fieldsOf(selection.selectionSet);
      const { value } = selection.name;
      if (seen.has(value)) return [];
      seen.add(value);
      const fragment = document.definitions.find(
        (found) => found.kind === Kind.FRAGMENT_DEFINITION && found.name.value === value,
      );
      return fragment?.kind === Kind.FRAGMENT_DEFINITION ? fieldsOf(fragment.selectionSet) : [];
    });
  return fieldsOf(operation.selectionSet);
}

/** The number that stands at a path in the arguments, written out or in variables; 0 where there is none. */
export function numberAt(field: FieldNode, path: readonly string[], variables: Variables): number {
  const [name, ...further] = path;
  const argument = field.arguments?.find((found) => found.name.value === name)?.value;
  const found = argument && propertyAt(valueFromASTUntyped(argument, variables), further);
  return typeof found === 'number' && found > 0 ? found : 0;
}

function propertyAt(value: unknown, path: readonly string[]): unknown {
  return path.reduce<unknown>(
    (holder, name) =>
      typeof holder === 'object' && holder !== null ? (holder as Record<string, unknown>)[name] : undefined,
    value,
  );
}
