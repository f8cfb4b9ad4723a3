import {
  getOperationAST,
  Kind,
  OperationTypeNode,
  visit,
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type OperationDefinitionNode,
  type SelectionNode,
  type SelectionSetNode,
} from 'graphql';

/** What a document asks for, in figures that limits are set on. */
export interface DocumentShape {
  readonly operations: number;
  /** Of the operation that is asked for; `null` when the document does not hold it, or several and none is named. */
  readonly operation: OperationTypeNode | null;
  /** The operation's name; `null` when it has none. */
  readonly operationName: string | null;
  readonly rootFields: number;
  readonly mutations: number;
  readonly depth: number;
  readonly introspectionDepth: number;
  readonly selections: number;
  readonly documentSelections: number;
  readonly aliases: number;
  readonly directives: number;
  readonly fragments: number;
  readonly introspects: boolean;
  readonly strings: readonly string[];
  /** As they are written. */
  readonly numbers: readonly string[];
}

interface Extent {
  readonly selections: number;
  readonly fields: number;
  readonly depth: number;
  readonly introspectionDepth: number;
}

const NOTHING: Extent = { selections: 0, fields: 0, depth: 0, introspectionDepth: 0 };

/**
 * Measures a document in time linear to its own length: a fragment is measured once and its figures are used wherever
 * it is spread, so that fragments that spread fragments cost nothing here, however much they expand to.
 */
export function documentShape(document: DocumentNode, wanted: string | null = null): DocumentShape {
  const operations = document.definitions.filter((found) => found.kind === Kind.OPERATION_DEFINITION);
  const extentOf = extents(document);
  const sizes = operations.map(({ selectionSet }) => extentOf(selectionSet).selections);
  return {
    operations: operations.length,
    documentSelections: sizes.reduce((sum, size) => sum + size, 0),
    fragments: document.definitions.length - operations.length,
    ...operationShape(getOperationAST(document, wanted) ?? null, extentOf),
    ...writtenCounts(document),
  };
}

/** What is measured of the one operation that is asked for. */
function operationShape(operation: OperationDefinitionNode | null, extentOf: ExtentOf) {
  if (operation === null) return { operation, operationName: null, rootFields: 0, mutations: 0, ...NOTHING };
  const { fields, ...extent } = extentOf(operation.selectionSet);
  return {
    ...extent,
    operation: operation.operation,
    operationName: operation.name?.value ?? null,
    rootFields: fields,
    mutations: operation.operation === OperationTypeNode.MUTATION ? fields : 0,
  };
}

/** What counts as often as it is written, wherever it stands. */
function writtenCounts(document: DocumentNode) {
  const counts = {
    aliases: 0,
    directives: 0,
    introspects: false,
    strings: [] as string[],
    numbers: [] as string[],
  };
  visit(document, {
    Field: ({ alias, name }) => {
      if (alias !== undefined) counts.aliases += 1;
      if (isIntrospection(name.value)) counts.introspects = true;
    },
    Directive: () => {
      counts.directives += 1;
    },
    StringValue: ({ value }) => {
      counts.strings.push(value);
    },
    IntValue: ({ value }) => {
      counts.numbers.push(value);
    },
    FloatValue: ({ value }) => {
      counts.numbers.push(value);
    },
  });
  return counts;
}

type ExtentOf = (set: SelectionSetNode) => Extent;

function extents(document: DocumentNode): ExtentOf {
  const fragments = new Map<string, FragmentDefinitionNode>();
  for (const definition of document.definitions) {
    if (definition.kind === Kind.FRAGMENT_DEFINITION) fragments.set(definition.name.value, definition);
  }
  const measured = new Map<string, Extent>();

  const ofFragment = (name: string): Extent => {
    const known = measured.get(name);
    if (known !== undefined) return known;
    // Stands while the fragment is being measured: one that spreads itself ends here, and validation refuses it.
    measured.set(name, NOTHING);
    const fragment = fragments.get(name);
    const extent = fragment === undefined ? NOTHING : ofSet(fragment.selectionSet);
    measured.set(name, extent);
    return extent;
  };

  const ofSelection = (selection: SelectionNode): Extent => {
    if (selection.kind === Kind.FIELD) return ofField(selection);
    const inner =
      selection.kind === Kind.FRAGMENT_SPREAD
        ? ofFragment(selection.name.value)
        : ofSet(selection.selectionSet);
    return { ...inner, selections: inner.selections + 1 };
  };

  const ofField = ({ name, selectionSet }: FieldNode): Extent => {
    const inner = selectionSet === undefined ? NOTHING : ofSet(selectionSet);
    const deep = inner.depth + 1;
    const one = { selections: inner.selections + 1, fields: 1 };
    return isIntrospection(name.value)
      ? { ...one, depth: 1, introspectionDepth: deep }
      : { ...one, depth: deep, introspectionDepth: inner.introspectionDepth };
  };

  const ofSet = ({ selections }: SelectionSetNode): Extent =>
    selections.map(ofSelection).reduce(add, NOTHING);

  return ofSet;
}

function add(a: Extent, b: Extent): Extent {
  return {
    selections: a.selections + b.selections,
    fields: a.fields + b.fields,
    depth: Math.max(a.depth, b.depth),
    introspectionDepth: Math.max(a.introspectionDepth, b.introspectionDepth),
  };
}

function isIntrospection(field: string): boolean {
  return field === '__schema' || field === '__type';
}
