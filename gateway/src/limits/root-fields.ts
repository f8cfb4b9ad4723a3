import {
  Kind,
  type DocumentNode,
  type FieldNode,
  type ObjectValueNode,
  type OperationDefinitionNode,
  type SelectionSetNode,
  type ValueNode,
} from 'graphql';

/** The operation that is asked for: the one of that name, or the only one. */
export function operationOf(
  { definitions }: DocumentNode,
  name: string | null,
): OperationDefinitionNode | undefined {
  return definitions.find(
    (found): found is OperationDefinitionNode =>
      found.kind === Kind.OPERATION_DEFINITION && (name === null || found.name?.value === name),
  );
}

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

type Variables = Readonly<Record<string, unknown>>;

/** The number that stands at a path in the arguments, written out or in variables; 0 where there is none. */
export function numberAt(field: FieldNode, path: readonly string[], variables: Variables): number {
  const [name, ...further] = path;
  const argument = field.arguments?.find((found) => found.name.value === name)?.value;
  const found = argument === undefined ? undefined : valueAt(argument, further, variables);
  return typeof found === 'number' && found > 0 ? found : 0;
}

function valueAt(node: ValueNode, path: readonly string[], variables: Variables): unknown {
  if (node.kind === Kind.VARIABLE) return propertyAt(variables[node.name.value], path);
  if (node.kind === Kind.INT) return Number(node.value);
  const [name, ...further] = path;
  if (node.kind !== Kind.OBJECT || name === undefined) return undefined;
  const inner = fieldNamed(node, name);
  return inner === undefined ? undefined : valueAt(inner, further, variables);
}

function fieldNamed({ fields }: ObjectValueNode, name: string): ValueNode | undefined {
  return fields.find((field) => field.name.value === name)?.value;
}

function propertyAt(value: unknown, path: readonly string[]): unknown {
  return path.reduce<unknown>(
    (holder, name) =>
      typeof holder === 'object' && holder !== null ? (holder as Record<string, unknown>)[name] : undefined,
    value,
  );
}
