import {
  type FieldNode,
  getNamedType,
  type GraphQLNamedType,
  isObjectType,
  Kind,
  type SelectionNode,
  type SelectionSetNode,
  valueFromASTUntyped,
} from 'graphql';
import { hasField, turned } from './page-query.ts';
import type { FoundList, Queried } from './queried.ts';

/** A query whose outermost list is read to its end, page by page. */
export interface Walk {
  /** With the cursor as the variable `AFTER`, and with what says whether another page follows. */
  readonly query: string;
  /** The same, with how many there are in all: asked once. */
  readonly firstQuery: string;
  /** The names under which the list stands in the answer. */
  readonly path: readonly string[];
  /** The name under which its items stand, and whether they stand within edges. */
  readonly items: string;
  readonly edges: boolean;
  /** Where the query itself begins. */
  readonly start: unknown;
  readonly list: FoundList;
}

/** Null where the query has no list with pages: its answer is one row. */
export function walkOf(queried: Queried, pages: 'LARGEST' | 'AS_DECLARED' = 'LARGEST'): Walk | null {
  const { schema, operation, variables } = queried;
  const root = schema.getQueryType();
  if (!isObjectType(root)) return null;
  const list = listIn(queried, fieldsIn(queried, operation.selectionSet), { type: root, path: [] });
  if (list === null) return null;
  const inside = fieldsIn(queried, list.field.selectionSet);
  const nodes = inside.find(({ name }) => name.value === 'nodes');
  const items = nodes ?? inside.find(({ name }) => name.value === 'edges');
  const after = list.field.arguments?.find(({ name }) => name.value === 'after');
  return {
    query: turned(queried, list, { pages, counted: false }),
    firstQuery: turned(queried, list, { pages, counted: hasField(list.type, 'totalCount') }),
    path: list.path,
    items: items === undefined ? '' : keyOf(items),
    edges: nodes === undefined,
    start: after === undefined ? null : valueFromASTUntyped(after.value, variables),
    list,
  };
}

interface Above {
  readonly type: GraphQLNamedType;
  readonly path: readonly string[];
}

/** Nearest to the root, in the order in which it is written. */
function listIn(queried: Queried, fields: readonly FieldNode[], { type, path }: Above): FoundList | null {
  const known = fields.flatMap((field) => {
    const declared = isObjectType(type) ? type.getFields()[field.name.value] : undefined;
    return declared === undefined ? [] : [{ field, declared, path: [...path, keyOf(field)] }];
  });
  const here = known.map((each) => listAt(queried, each)).find((list) => list !== null);
  if (here !== undefined) return here;
  const within = known.map(({ field, declared, path: below }) =>
    listIn(queried, fieldsIn(queried, field.selectionSet), {
      type: getNamedType(declared.type),
      path: below,
    }),
  );
  return within.find((list) => list !== null) ?? null;
}

type Known = Pick<FoundList, 'field' | 'declared' | 'path'>;

function listAt(queried: Queried, { field, declared, path }: Known): FoundList | null {
  const type = getNamedType(declared.type);
  const nodes = isObjectType(type) ? type.getFields()['nodes'] : undefined;
  if (nodes === undefined || !declared.args.some(({ name }) => name === 'after')) return null;
  const inside = fieldsIn(queried, field.selectionSet);
  const selections = itemSelections(queried, inside);
  return selections === null
    ? null
    : { field, declared, path, type, item: getNamedType(nodes.type), selections };
}

function itemSelections(queried: Queried, inside: readonly FieldNode[]): SelectionSetNode | null {
  const nodes = inside.find(({ name }) => name.value === 'nodes');
  if (nodes?.selectionSet !== undefined) return nodes.selectionSet;
  const edges = inside.find(({ name }) => name.value === 'edges');
  const node = fieldsIn(queried, edges?.selectionSet).find(({ name }) => name.value === 'node');
  return node?.selectionSet ?? null;
}

/** With what fragments bring, in the order in which it is written. */
export function fieldsIn(
  queried: Pick<Queried, 'fragments'>,
  set: SelectionSetNode | undefined,
): readonly FieldNode[] {
  return (set?.selections ?? []).flatMap((selection) => fieldsOf(queried, selection));
}

function fieldsOf(queried: Pick<Queried, 'fragments'>, selection: SelectionNode): readonly FieldNode[] {
  if (selection.kind === Kind.FIELD) return [selection];
  if (selection.kind === Kind.INLINE_FRAGMENT) return fieldsIn(queried, selection.selectionSet);
  return fieldsIn(queried, queried.fragments.get(selection.name.value)?.selectionSet);
}

export function keyOf({ alias, name }: FieldNode): string {
  return alias?.value ?? name.value;
}
