import {
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLField,
  type GraphQLNamedType,
  type GraphQLSchema,
  Kind,
  type OperationDefinitionNode,
  parse,
  type SelectionSetNode,
} from 'graphql';
import { askedOperation, type Variables } from '../limits/asked-operation.ts';

/** A query with what it names and what its variables come to. */
export interface Queried {
  readonly schema: GraphQLSchema;
  readonly document: DocumentNode;
  readonly operation: OperationDefinitionNode;
  readonly fragments: ReadonlyMap<string, FragmentDefinitionNode>;
  readonly variables: Variables;
}

/** The list of a query that is read to its end. */
export interface FoundList {
  readonly field: FieldNode;
  readonly declared: GraphQLField<unknown, unknown>;
  readonly path: readonly string[];
  readonly type: GraphQLNamedType;
  readonly item: GraphQLNamedType;
  readonly selections: SelectionSetNode;
}

export function queriedOf(
  schema: GraphQLSchema,
  text: string,
  name: string | null,
  given: Variables,
): Queried | null {
  const document = parse(text);
  const { operation, variables } = askedOperation(document, name, given);
  const fragments = document.definitions.filter((found) => found.kind === Kind.FRAGMENT_DEFINITION);
  const byName = new Map(fragments.map((fragment) => [fragment.name.value, fragment]));
  return operation !== null ? { schema, document, operation, fragments: byName, variables } : null;
}
