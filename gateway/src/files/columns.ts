import {
  getArgumentValues,
  getNamedType,
  getNullableType,
  type FieldNode,
  type GraphQLField,
  type GraphQLInputType,
  type GraphQLNamedType,
  isEnumType,
  isInterfaceType,
  isListType,
  isObjectType,
  type SelectionSetNode,
} from 'graphql';
import { type Term, termOf, written } from './headings.ts';
import type { FoundList, Queried } from './queried.ts';
import { fieldsIn, keyOf } from './walk.ts';

export type Cell = string | number | boolean | null;

/** Of a table of what a query finds: known of the query alone, so that no row has to be kept for the next. */
export interface Column {
  readonly name: string;
  /** What the contract calls it, in Chinese and English. */
  readonly heading: string;
  readonly type: 'TEXT' | 'NUMBER' | 'FLAG';
  readonly read: (item: unknown) => Cell;
}

interface Place {
  readonly name: readonly string[];
  readonly heading: readonly Term[];
  readonly read: readonly (string | number)[];
  readonly many: boolean;
}

const HERE: Place = { name: [], heading: [], read: [], many: false };

/**
 * One rule for every answer. A field is a column; one of an object within has the names of both with a dot between; of
 * a list within it has all values with `; ` between. A key of a group is a column of its dimension, a measure one of
 * its own.
 */
export function columnsOf(
  queried: Queried,
  {
    selections,
    type,
    list,
  }: { selections: SelectionSetNode; type: GraphQLNamedType; list: FoundList | null },
): readonly Column[] {
  const found = below({ queried, list }, selections, type, HERE);
  const byName = new Map(found.map((column) => [column.name, column]));
  return [...byName.values()];
}

interface Around {
  readonly queried: Queried;
  readonly list: FoundList | null;
}

function below(
  around: Around,
  selections: SelectionSetNode | undefined,
  type: GraphQLNamedType | undefined,
  place: Place,
): readonly Column[] {
  return fieldsIn(around.queried, selections)
    .filter(({ name }) => name.value !== '__typename')
    .flatMap((field) => ofField(around, field, declaredIn(type, field), place));
}

function declaredIn(type: GraphQLNamedType | undefined, { name }: FieldNode): Declared {
  return isObjectType(type) || isInterfaceType(type) ? type.getFields()[name.value] : undefined;
}

type Declared = GraphQLField<unknown, unknown> | undefined;

function ofField(around: Around, field: FieldNode, declared: Declared, place: Place): readonly Column[] {
  const type = typeOf(declared);
  const ofGroup = place === HERE ? ofGroups(around, field, type) : null;
  if (ofGroup !== null) return ofGroup;
  const here = isPassage(field) ? through(place, field) : within(place, field, declared);
  const many = place.many || isList(declared);
  if (field.selectionSet !== undefined) return below(around, field.selectionSet, type, { ...here, many });
  return [columnAt({ ...here, many }, many ? 'TEXT' : kindOf(type))];
}

function typeOf(declared: Declared): GraphQLNamedType | undefined {
  return declared && getNamedType(declared.type);
}

/** Keys and measures, of which the question says what they are. */
function ofGroups(
  around: Around,
  field: FieldNode,
  type: GraphQLNamedType | undefined,
): readonly Column[] | null {
  if (around.list === null) return null;
  if (type?.name === 'InsightKey') return ofKeys(around, field, type);
  return field.name.value === 'values' && type?.name === 'Float'
    ? ofMeasures(around.list, around, field)
    : null;
}

function through(place: Place, field: FieldNode): Place {
  return { ...place, read: [...place.read, keyOf(field)] };
}

function within(place: Place, field: FieldNode, declared: Declared): Place {
  const key = keyOf(field);
  return {
    ...through(place, field),
    name: [...place.name, key],
    heading: [...place.heading, termOf(declared?.description, key)],
  };
}

/** Lists within are named by what they hold. */
function isPassage({ name, selectionSet }: FieldNode): boolean {
  return selectionSet !== undefined && ['nodes', 'edges', 'node'].includes(name.value);
}

function isList(declared: Declared): boolean {
  return declared !== undefined && isListType(getNullableType(declared.type));
}

const isRegion = (name: string): boolean => name.includes('.region.');

/** Of other dimensions, whoever asks for the region of a key finds none in any row. */
function isOfRegions(dimension: string): boolean {
  return /(?:PROVINCE|PREFECTURE|COUNTY|TOWNSHIP|REGION)(?:_CODE)?$/.test(dimension);
}

function ofKeys({ queried, list }: Around, field: FieldNode, type: GraphQLNamedType): readonly Column[] {
  const by = list === null ? null : argumentOf(list, queried, 'by');
  return (by?.values ?? []).flatMap((value, at) => {
    const dimension = value as string;
    const heading = [by?.terms(dimension) ?? { zh: '', en: dimension }];
    const place: Place = { name: [dimension], heading, read: [keyOf(field), at], many: false };
    const inside = below({ queried, list: null }, field.selectionSet, type, place);
    return inside
      .filter(({ name }) => !name.endsWith('.dimension') && (isOfRegions(dimension) || !isRegion(name)))
      .map((column) =>
        column.name === `${dimension}.value`
          ? { ...column, name: dimension, heading: written(heading) }
          : column,
      );
  });
}

function ofMeasures(list: FoundList, { queried }: Around, field: FieldNode): readonly Column[] {
  const measures = argumentOf(list, queried, 'measures');
  const names = new Set<string>();
  return (measures?.values ?? []).map((given, at) => {
    const { kind, of } = given as { readonly kind: string; readonly of?: string | null };
    const plain = [kind, ...(of === null || of === undefined ? [] : [of])].join('_');
    const name = names.has(plain) ? `${plain}_${at + 1}` : plain;
    names.add(name);
    const heading = [kind, of].flatMap((word) =>
      typeof word === 'string' ? [measures?.terms(word) ?? { zh: '', en: word }] : [],
    );
    return columnAt({ name: [name], heading, read: [keyOf(field), at], many: false }, 'NUMBER');
  });
}

/** What was given for an argument, with what the contract calls the words in it. */
function argumentOf({ field, declared }: FoundList, { variables }: Queried, name: string) {
  const values = getArgumentValues(declared, field, variables)[name];
  const argument = declared.args.find((each) => each.name === name);
  if (!Array.isArray(values) || argument === undefined) return null;
  const words = enumsIn(argument.type, 0);
  const terms = (word: string): Term => termOf(words.get(word) ?? '', word);
  return { values: values as readonly unknown[], terms };
}

function enumsIn(type: GraphQLInputType, depth: number): ReadonlyMap<string, string> {
  const named = getNamedType(type);
  if (isEnumType(named))
    return new Map(named.getValues().map(({ name, description }) => [name, description ?? '']));
  if (depth > 1 || !('getFields' in named)) return new Map();
  const inner = Object.values(named.getFields()).filter(({ name }) => name !== 'where');
  return new Map(inner.flatMap((each) => [...enumsIn(each.type, depth + 1)]));
}

function columnAt({ name, heading, read, many }: Place, type: Column['type']): Column {
  const [only = '', ...more] = read;
  const reads = more.length === 0 && !many ? (item: unknown) => cellOf(itemAt(item, only)) : readerOf(read);
  return {
    name: name.join('.'),
    heading: written(heading),
    type,
    read: type === 'NUMBER' ? (item) => numberOf(reads(item)) : reads,
  };
}

const BETWEEN = '; ';

function readerOf(path: Place['read']): Column['read'] {
  return (item) => {
    let found: readonly unknown[] = [item];
    let many = false;
    for (const [at, key] of path.entries()) {
      const inner = found.map((each) => itemAt(each, key));
      // Of a list that is read by its places one item is taken, not all.
      const isSpread = typeof path[at + 1] !== 'number' && inner.some(Array.isArray);
      many ||= isSpread;
      found = isSpread ? inner.flat() : inner;
    }
    if (!many) return cellOf(found[0]);
    return found.length === 0 ? null : found.map((each) => cellOf(each) ?? '').join(BETWEEN);
  };
}

function numberOf(cell: Cell): Cell {
  return typeof cell === 'string' ? Number(cell) : cell;
}

function itemAt(value: unknown, key: string | number): unknown {
  return typeof value === 'object' && value !== null
    ? (value as Record<string | number, unknown>)[key]
    : null;
}

function cellOf(value: unknown): Cell {
  if (value === null || value === undefined) return null;
  if (Array.isArray(value)) return value.map((each) => cellOf(each) ?? '').join(BETWEEN);
  return typeof value === 'object' ? JSON.stringify(value) : (value as Cell);
}

/** Amounts in fen are whole numbers that the graph writes as text. */
const NUMBERS = new Set(['Int', 'Float', 'Fen']);

function kindOf(type: GraphQLNamedType | undefined): Column['type'] {
  if (type === undefined) return 'TEXT';
  if (type.name === 'Boolean') return 'FLAG';
  return NUMBERS.has(type.name) ? 'NUMBER' : 'TEXT';
}
