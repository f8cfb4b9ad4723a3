import { type FieldNode, type GraphQLResolveInfo, Kind } from 'graphql';

/** The large parts of a stored object, and the fields of its type that are known to read none of them. */
export interface LargeParts {
  readonly parts: readonly string[];
  readonly notReadBy: ReadonlySet<string>;
}

type Asked = Pick<GraphQLResolveInfo, 'fieldNodes' | 'fragments'>;

/**
 * The parts that a page of a list need not load, because nobody asks for what reads them: all of them or none. One
 * field that is not known to do without them has them all loaded.
 */
export function unaskedParts(info: Asked, { parts, notReadBy }: LargeParts): readonly string[] {
  return itemFieldsAsked(info).every((name) => notReadBy.has(name)) ? parts : [];
}

/** The fields of a list's items that somebody asks for, by `nodes` or by `edges`. */
export function itemFieldsAsked({ fieldNodes, fragments }: Asked): readonly string[] {
  const under = (fields: readonly FieldNode[]): readonly FieldNode[] =>
    fields.flatMap(({ selectionSet }) => fieldsOf(selectionSet, fragments));
  const named = (fields: readonly FieldNode[], name: string): readonly FieldNode[] =>
    fields.filter((field) => field.name.value === name);
  const connection = under(fieldNodes);
  const items = [...named(connection, 'nodes'), ...named(under(named(connection, 'edges')), 'node')];
  return [...new Set(under(items).map(({ name }) => name.value))];
}

function fieldsOf(
  set: FieldNode['selectionSet'],
  fragments: GraphQLResolveInfo['fragments'],
): readonly FieldNode[] {
  return (set?.selections ?? []).flatMap((selection) => {
    if (selection.kind === Kind.FIELD) return [selection];
    if (selection.kind === Kind.INLINE_FRAGMENT) return fieldsOf(selection.selectionSet, fragments);
    return fieldsOf(fragments[selection.name.value]?.selectionSet, fragments);
  });
}
