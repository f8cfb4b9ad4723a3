import {
  type FieldNode,
  type GraphQLResolveInfo,
  Kind,
  type OperationDefinitionNode,
  OperationTypeNode,
  parse,
  print,
  type SelectionNode,
  type SelectionSetNode,
  visit,
} from 'graphql';

export interface NodeQuery {
  readonly query: string;
  /** Those of the subscription that the query reads, too. */
  readonly variables: readonly string[];
}

/** Under which the id of the object is given; no client's variable is called so. */
export const NODE_ID = 'qianshouLiveId';

/** By the first of the fields that ask for it: documents are kept for as long as their subscription. */
const known = new WeakMap<FieldNode, NodeQuery>();

/** What of an object a subscription asks for, as a query of its own. Made once for a subscription. */
export function nodeQueryOf(info: GraphQLResolveInfo): NodeQuery {
  const [first] = info.fieldNodes;
  if (first === undefined) throw new Error('a field that nobody asked for');
  const made = known.get(first) ?? make(info);
  known.set(first, made);
  return made;
}

function make({ fieldNodes, fragments, operation }: GraphQLResolveInfo): NodeQuery {
  const selections = fieldNodes.flatMap(({ selectionSet }) => selectionSet?.selections ?? []);
  const asked = withTypes({ kind: Kind.SELECTION_SET, selections });
  const spread = new Map<string, SelectionSetNode>();
  const follow = (within: SelectionSetNode): void =>
    visit(within, {
      FragmentSpread: ({ name: { value } }) => {
        const fragment = fragments[value];
        if (fragment === undefined || spread.has(value)) return;
        spread.set(value, withTypes(fragment.selectionSet));
        follow(fragment.selectionSet);
      },
    }) as unknown as void;
  follow(asked);
  const definitions = [...spread].map(([name, selectionSet]) => ({ ...fragments[name], selectionSet }));
  const variables = variablesIn([asked, ...spread.values()]);
  const written = [operationOf(asked, operation, variables), ...definitions].map((each) =>
    print(each as never),
  );
  return { query: written.join('\n'), variables: [...variables] };
}

function operationOf(
  selectionSet: SelectionSetNode,
  { variableDefinitions = [] }: OperationDefinitionNode,
  read: ReadonlySet<string>,
): OperationDefinitionNode {
  const template = parse(`query ($${NODE_ID}: ID!) { node(id: $${NODE_ID}) { id } }`).definitions[0];
  if (template?.kind !== Kind.OPERATION_DEFINITION) throw new Error('no operation');
  const [field] = template.selectionSet.selections as readonly FieldNode[];
  return {
    kind: Kind.OPERATION_DEFINITION,
    operation: OperationTypeNode.QUERY,
    variableDefinitions: [
      ...(template.variableDefinitions ?? []),
      ...variableDefinitions.filter(({ variable }) => read.has(variable.name.value)),
    ],
    selectionSet: { kind: Kind.SELECTION_SET, selections: [{ ...field, selectionSet } as SelectionNode] },
  };
}

const TYPENAME: FieldNode = { kind: Kind.FIELD, name: { kind: Kind.NAME, value: '__typename' } };

/** With the type of each object, which tells what an interface is. */
function withTypes(selectionSet: SelectionSetNode): SelectionSetNode {
  return visit(selectionSet, {
    SelectionSet: (node) => ({ ...node, selections: [TYPENAME, ...node.selections] }),
  });
}

function variablesIn(sets: readonly SelectionSetNode[]): ReadonlySet<string> {
  const found = new Set<string>();
  for (const set of sets) visit(set, { Variable: ({ name }) => void found.add(name.value) });
  return found;
}
