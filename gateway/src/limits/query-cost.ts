import {
  getNamedType,
  getNullableType,
  isCompositeType,
  isInterfaceType,
  isListType,
  isObjectType,
  Kind,
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLField,
  type GraphQLNamedType,
  type GraphQLSchema,
  type SelectionNode,
  type SelectionSetNode,
} from 'graphql';
import type { AskedOperation, Variables } from './asked-operation.ts';
import { pageSizeOf } from './page-size.ts';
import { WEIGHTS } from './weights.ts';

/** What a request may ask for at most, and what it asks for. */
export interface QueryCost {
  readonly cost: number;
  readonly limit: number;
}

/** `work`: objects that services find; `planning`: what the gateway does before it asks any of them. */
export interface Measured {
  readonly work: number;
  readonly planning: number;
}

/**
 * The cost of a selection: what it costs once, and what each item costs of the page that it stands in. Kept apart, so
 * that a fragment is measured once, however large the pages are in which it is spread. `objects` are counted as they
 * are written, fragments expanded.
 */
interface Cost {
  readonly once: number;
  readonly perItem: number;
  readonly objects: number;
}

const FREE: Cost = { once: 0, perItem: 0, objects: 0 };
const NOTHING: Measured = { work: 0, planning: 0 };

export type MeasureCost = (asked: AskedOperation) => Measured;

/**
 * How many objects an operation asks for, before anything is planned: sizes of pages multiply along the path, whether
 * they are literals, variables or defaults; singular objects and counts are added, and what is
 * to be planned. In time linear to the document's length: a fragment is measured once.
 */
export function measureCost(schema: GraphQLSchema): MeasureCost {
  return ({ document, operation, variables }) => {
    const root = operation && schema.getRootType(operation.operation);
    if (operation === null || !isObjectType(root)) return NOTHING;
    const { once, perItem, objects } = costs(schema, document, variables)(operation.selectionSet, root);
    return { work: Math.ceil(once + perItem), planning: planningOf(objects) };
  };
}

/** Validation compares objects with each other, so that many cost more than each alone. */
function planningOf(objects: number): number {
  return Math.ceil(objects * (WEIGHTS.planned + objects / WEIGHTS.compared));
}

type CostOfSet = (set: SelectionSetNode, type: GraphQLNamedType) => Cost;

function costs(schema: GraphQLSchema, document: DocumentNode, variables: Variables): CostOfSet {
  const fragments = fragmentsOf(document);
  const measured = new Map<string, Cost>();
  const query = schema.getQueryType();

  const ofFragment = (name: string): Cost => {
    const known = measured.get(name);
    if (known !== undefined) return known;
    // Stands while the fragment is being measured: one that spreads itself ends here, and validation refuses it.
    measured.set(name, FREE);
    const fragment = fragments.get(name);
    const type = fragment && schema.getType(fragment.typeCondition.name.value);
    const cost = fragment === undefined || type === undefined ? FREE : ofSet(fragment.selectionSet, type);
    measured.set(name, cost);
    return cost;
  };

  const ofSelection = (selection: SelectionNode, parent: GraphQLNamedType): Cost => {
    if (selection.kind === Kind.FIELD) return ofField(selection, parent);
    if (selection.kind === Kind.FRAGMENT_SPREAD) return ofFragment(selection.name.value);
    const condition = selection.typeCondition?.name.value;
    const type = condition === undefined ? parent : schema.getType(condition);
    return type === undefined ? FREE : ofSet(selection.selectionSet, type);
  };

  const ofField = (node: FieldNode, parent: GraphQLNamedType): Cost => {
    const field = fieldOf(parent, node.name.value);
    const type = field && getNamedType(field.type);
    const own = { ...FREE, once: WEIGHTS.fields[node.name.value] ?? 0 };
    if (field === undefined || !isCompositeType(type)) return own;
    const inner = node.selectionSet === undefined ? FREE : ofSet(node.selectionSet, type);
    const size = pageSizeOf(node, field, variables) ?? (parent === query ? WEIGHTS.rootList : null);
    return add(own, ofObjects({ field, parent, type, inner, size }));
  };

  const ofSet: CostOfSet = ({ selections }, type) =>
    selections.map((selection) => ofSelection(selection, type)).reduce(add, FREE);

  return ofSet;
}

function fragmentsOf({ definitions }: DocumentNode): ReadonlyMap<string, FragmentDefinitionNode> {
  const fragments = definitions.filter((found) => found.kind === Kind.FRAGMENT_DEFINITION);
  return new Map(fragments.map((fragment) => [fragment.name.value, fragment]));
}

interface ObjectsField {
  readonly field: GraphQLField<unknown, unknown>;
  readonly parent: GraphQLNamedType;
  readonly type: GraphQLNamedType;
  readonly inner: Cost;
  /** How many objects are in it, where that is known. */
  readonly size: number | null;
}

/** An object, a page, the items of a page, or a list that has no pages. */
function ofObjects({ field, parent, type, inner, size }: ObjectsField): Cost {
  const objects = inner.objects + 1;
  if (isPage(type)) {
    return { once: inner.once + (size ?? WEIGHTS.unpaged) * inner.perItem, perItem: 0, objects };
  }
  const each = inner.once + inner.perItem;
  if (!isListType(getNullableType(field.type))) return { once: WEIGHTS.single + each, perItem: 0, objects };
  if (size !== null) return { once: size * (WEIGHTS.item + each), perItem: 0, objects };
  if (isPage(parent)) return { once: 0, perItem: WEIGHTS.item + each, objects };
  return { once: WEIGHTS.unpaged * (WEIGHTS.embedded + each), perItem: 0, objects };
}

/** A connection, or a page of rows or groups: whatever has items, and is asked for so many of them. */
function isPage(type: GraphQLNamedType): boolean {
  return isObjectType(type) && type.getFields()['nodes'] !== undefined;
}

function fieldOf(type: GraphQLNamedType, name: string): GraphQLField<unknown, unknown> | undefined {
  return isObjectType(type) || isInterfaceType(type) ? type.getFields()[name] : undefined;
}

function add(a: Cost, b: Cost): Cost {
  return { once: a.once + b.once, perItem: a.perItem + b.perItem, objects: a.objects + b.objects };
}
