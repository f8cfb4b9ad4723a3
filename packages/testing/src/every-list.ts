import type { Actor } from '@qianshou/kernel';
import { type Askable, documentOf, fieldAt } from './access-question.ts';
import { emptiesOf, inputFields, type Values, samplesOf } from './filter-samples.ts';
import type { Answer } from './subgraph.ts';
import { getNullableType, type GraphQLInputType, isEnumType, isInputObjectType, isListType } from 'graphql';

/** A list of the graph, at the root or within an object. */
export interface ListPlace {
  readonly path: string;
  /** What has to be asked of it in any case. */
  readonly base: Values;
  readonly actor: Actor;
  /** Of a list within an object: the query around it. */
  readonly below?: (field: string) => string;
}

/** What is asked of a list, and whether it has to be answered: the rest may be refused, but by a reason. */
interface ListQuestion {
  readonly args: Values;
  readonly answered: boolean;
}

/** Each filter of a list alone, all of them at once, empty in every way that the schema lets through, in each order. */
function questionsOfList(graph: Askable, place: ListPlace): readonly ListQuestion[] {
  const { base } = place;
  const filters = wheresOf(graph, place);
  return [
    { args: base, answered: true },
    ...filters.map(({ value, answered }) => ({ args: { ...base, where: value }, answered })),
    ...ordersOfList(graph, place.path).map((order) => ({
      args: { ...base, orderBy: [order] },
      answered: true,
    })),
  ];
}

/** Two orders at once, where the list has an order at all. */
export function twoOrders(graph: Askable, path: string): readonly Values[] | null {
  const orders = ordersOfList(graph, path);
  return orders.length === 0 ? null : orders.slice(0, 2);
}

/** Asks; an id of some kind is of the kind that the filter means. */
export async function askList(graph: Askable, place: ListPlace, args: Values): Promise<Answer> {
  return askOnce(graph, place, await asMeant(graph, place, args));
}

/** The question with ids of the kinds that its filters mean. */
async function asMeant(graph: Askable, place: ListPlace, args: Values): Promise<Values> {
  const where = args['where'] as Values | null | undefined;
  if (where === null || where === undefined) return args;
  const entries = Object.entries(where).map(async ([field, value]) => {
    const id = (value as { readonly eq?: unknown } | null)?.eq;
    if (typeof id !== 'string' || !id.startsWith(ANY)) return [field, value];
    const prefix = await prefixOf(graph, place, field);
    return [field, { eq: id.replace(ANY, `${prefix}_`) }];
  });
  return { ...args, where: Object.fromEntries((await Promise.all(entries)) as [string, unknown][]) };
}

/** The refusal of an id of another kind says which it expects. */
async function prefixOf(graph: Askable, place: ListPlace, field: string): Promise<string> {
  const kinds = prefixes.get(graph) ?? new Map<string, string>();
  prefixes.set(graph, kinds);
  const known = kinds.get(`${place.path}.${field}`);
  if (known !== undefined) return known;
  const where = { ...(place.base['where'] as Values | undefined), [field]: { eq: 'any' } };
  const { errors } = await askOnce(graph, place, { ...place.base, where });
  const { expectedPrefix } = (errors[0]?.extensions?.['details'] ?? {}) as Values;
  const prefix = typeof expectedPrefix === 'string' ? expectedPrefix : 'any';
  kinds.set(`${place.path}.${field}`, prefix);
  return prefix;
}

const ANY = 'any_';
const prefixes = new WeakMap<Askable, Map<string, string>>();

export function askOnce(graph: Askable, { path, actor, below }: ListPlace, args: Values): Promise<Answer> {
  const question = { args, ...(below === undefined ? {} : { below }) };
  return graph.execute(documentOf(path, fieldAt(graph.schema, path), question), { ...args }, actor);
}

/** The questions that end in a fault, or in a refusal where there had to be an answer. */
export async function wronglyAnswered(graph: Askable, place: ListPlace): Promise<readonly unknown[]> {
  const wrong: unknown[] = [];
  for (const { args, answered } of questionsOfList(graph, place)) {
    const answer = await askList(graph, place, args);
    if (isWrong(answer, answered)) wrong.push({ args, code: answer.code, said: answer.errors[0]?.message });
  }
  return wrong;
}

/** An object that is named and is not there may be refused as such. */
function isWrong({ code, errors }: Answer, answered: boolean): boolean {
  if (code === 'INTERNAL_SERVER_ERROR') return true;
  return answered && code !== undefined && errors[0]?.extensions?.['kind'] !== 'NOT_FOUND';
}

interface Where {
  readonly value: Values;
  readonly answered: boolean;
}

function wheresOf(graph: Askable, { path, base, below }: ListPlace): readonly Where[] {
  const given = (base['where'] ?? {}) as Values;
  return filtersOf(graph, path).flatMap(({ name, type }) => [
    ...samplesOf(type).map((sample) => ({
      value: { ...given, [name]: sample },
      // Within an object its own key may not be asked for as another's.
      answered: below === undefined || !NAMES_AN_OBJECT.test(String(type)),
    })),
    ...emptiesOf(type).map((empty) => ({ value: { ...given, [name]: empty }, answered: false })),
  ]);
}

const NAMES_AN_OBJECT = /^(IdFilter|RegionScopeFilter)!?$/;

export interface ListFilter {
  readonly name: string;
  readonly type: GraphQLInputType;
}

/** What `where` of a list may say. */
export function filtersOf({ schema }: Askable, path: string): readonly ListFilter[] {
  const where = fieldAt(schema, path).args.find(({ name }) => name === 'where');
  return where === undefined ? [] : inputFields(where.type);
}

/** Each order in each direction, and without one. */
export function ordersOfList({ schema }: Askable, path: string): readonly Values[] {
  const orderBy = fieldAt(schema, path).args.find(({ name }) => name === 'orderBy');
  if (orderBy === undefined) return [];
  const list = getNullableType(orderBy.type);
  const order = isListType(list) ? getNullableType(list.ofType) : list;
  if (!isInputObjectType(order)) return [];
  const field = getNullableType(order.getFields()['field']?.type);
  const names = isEnumType(field) ? field.getValues().map(({ name }) => name) : [];
  return names.flatMap((name) => [
    { field: name, direction: 'ASC' },
    { field: name, direction: 'DESC' },
    { field: name },
  ]);
}

/** The question, asked of a township; null where the list takes no region. */
export function inTownship(graph: Askable, path: string, base: Values): Values | null {
  if (!filtersOf(graph, path).some(({ name }) => name === 'regionCode')) return null;
  return {
    ...base,
    where: { ...(base['where'] as Values | undefined), regionCode: { within: TOWNSHIP } },
  };
}

const TOWNSHIP = '420581103';
