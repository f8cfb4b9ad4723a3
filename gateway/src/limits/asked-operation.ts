import {
  getOperationAST,
  type DocumentNode,
  type OperationDefinitionNode,
  valueFromASTUntyped,
} from 'graphql';

export type Variables = Readonly<Record<string, unknown>>;

/** The operation that is asked for, with what its variables come to: as they are given, or by their defaults. */
export interface AskedOperation {
  readonly document: DocumentNode;
  /** `null` when the document holds none of that name, or several and none is named. */
  readonly operation: OperationDefinitionNode | null;
  readonly variables: Variables;
}

export function askedOperation(
  document: DocumentNode,
  name: string | null,
  given: Variables,
): AskedOperation {
  const operation = getOperationAST(document, name) ?? null;
  const defaults = (operation?.variableDefinitions ?? []).flatMap(({ variable, defaultValue }) =>
    defaultValue === undefined ? [] : [[variable.name.value, valueFromASTUntyped(defaultValue)] as const],
  );
  // Without a prototype: what nobody gave is not there, whatever it is called.
  const variables = Object.assign(Object.create(null), Object.fromEntries(defaults), given) as Variables;
  return { document, operation, variables };
}
