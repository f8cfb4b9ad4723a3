import {
  type FieldNode,
  getNamedType,
  type GraphQLNamedType,
  isObjectType,
  Kind,
  type OperationDefinitionNode,
  parse,
  parseType,
  print,
  type SelectionSetNode,
  visit,
} from 'graphql';
import type { FoundList, Queried } from './queried.ts';

export const AFTER = 'qianshouAfter';
/** What is asked beside the query, under names that are none of its own. */
export const OWN = {
  page: 'qianshouPage',
  standing: 'qianshouStanding',
  total: 'qianshouTotal',
  suppressed: 'qianshouSuppressed',
};

const LARGEST: Readonly<Record<string, number>> = { PageSize: 100, Int: 5_000 };

export interface Form {
  readonly pages: 'LARGEST' | 'AS_DECLARED';
  readonly counted: boolean;
}

/** The query of one page: from a cursor on, and with what is asked beside it. */
export function turned({ document, operation }: Queried, list: FoundList, form: Form): string {
  const variable = {
    kind: Kind.VARIABLE_DEFINITION,
    variable: { kind: Kind.VARIABLE, name: { kind: Kind.NAME, value: AFTER } },
    type: parseType('String'),
  } as const;
  return print(
    visit(document, {
      OperationDefinition: (node) =>
        node.loc === operation.loc
          ? { ...node, variableDefinitions: [...(node.variableDefinitions ?? []), variable] }
          : undefined,
      Field: {
        leave: (node) => (isSame(node, list.field) ? paged(node, list, form) : undefined),
      },
      SelectionSet: {
        leave: (node) => (isSame(node, list.selections) ? withSuppressed(node, list.item) : undefined),
      },
    }),
  );
}

/** The visitor has made what stands above anew: nodes are told by where they stand. */
function isSame(one: { readonly loc?: unknown }, other: { readonly loc?: unknown }): boolean {
  return one.loc !== undefined && one.loc === other.loc;
}

function withSuppressed(set: SelectionSetNode, item: GraphQLNamedType): SelectionSetNode {
  if (!hasField(item, 'suppressed')) return set;
  return { ...set, selections: [...set.selections, fieldOf(`{ ${OWN.suppressed}: suppressed }`)] };
}

function paged(node: FieldNode, list: FoundList, { pages, counted }: Form): FieldNode {
  const size = pages === 'LARGEST' && !hasVariableSize(node) ? largestPage(list) : null;
  const set = new Map((node.arguments ?? []).map((argument) => [argument.name.value, argument]));
  const first = size === null ? '' : `, first: ${size}`;
  for (const argument of argumentsIn(`after: $${AFTER}${first}`)) set.set(argument.name.value, argument);
  const selections = [...(node.selectionSet?.selections ?? []), ...askedBeside(list.type, counted)];
  return { ...node, arguments: [...set.values()], selectionSet: { kind: Kind.SELECTION_SET, selections } };
}

function argumentsIn(text: string): NonNullable<FieldNode['arguments']> {
  return fieldOf(`{ x(${text}) }`).arguments ?? [];
}

function largestPage({ declared }: FoundList): number | null {
  const size = declared.args.find(({ name }) => name === 'first');
  return (size && LARGEST[getNamedType(size.type).name]) ?? null;
}

/** A page size that is written is one of a screen; one that is a variable may be used elsewhere as well. */
function hasVariableSize(node: FieldNode): boolean {
  return node.arguments?.find(({ name }) => name.value === 'first')?.value.kind === Kind.VARIABLE;
}

function askedBeside(type: GraphQLNamedType, counted: boolean): readonly FieldNode[] {
  const page = [fieldOf(`{ ${OWN.page}: pageInfo { hasNextPage endCursor } }`)];
  const standing = hasField(type, 'standing')
    ? [fieldOf(`{ ${OWN.standing}: standing { position toldUpTo asOf } }`)]
    : [];
  return [...page, ...standing, ...(counted ? [fieldOf(`{ ${OWN.total}: totalCount }`)] : [])];
}

export function hasField(type: GraphQLNamedType, field: string): boolean {
  return isObjectType(type) && Object.hasOwn(type.getFields(), field);
}

function fieldOf(text: string): FieldNode {
  const [definition] = parse(text, { noLocation: true }).definitions;
  return (definition as OperationDefinitionNode).selectionSet.selections[0] as FieldNode;
}
