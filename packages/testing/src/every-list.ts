import { randomUUIDv7 } from 'node:crypto';
import type { Actor } from '@qianshou/kernel';
import {
  getNullableType,
  type GraphQLEnumType,
  type GraphQLInputType,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
} from 'graphql';
import { type Askable, documentOf, fieldAt } from './access-question.ts';
import type { Answer } from './subgraph.ts';

type Values = Readonly<Record<string, unknown>>;

/** What is asked of a list, and whether it has to be answered: the rest may be refused, but by a reason. */
interface ListQuestion {
  readonly args: Values;
  readonly answered: boolean;
}

const SAMPLES: Values = {
  RegionCode: '420581',
  Date: '2026-03-05',
  Int: 2026,
  Boolean: true,
  String: '演示',
  UnifiedSocialCreditCode: '91350100M000100Y43',
};

/** Each filter of a list alone, all of them at once, empty in every way that the schema lets through, in each order. */
function questionsOfList({ schema }: Askable, path: string, base: Values): readonly ListQuestion[] {
  const { args } = fieldAt(schema, path);
  const where = args.find(({ name }) => name === 'where');
  const orderBy = args.find(({ name }) => name === 'orderBy');
  const filters = where === undefined ? [] : wheresOf(where.type, (base['where'] ?? {}) as Values);
  const orders = orderBy === undefined ? [] : ordersOf(orderBy.type);
  return [
    { args: base, answered: true },
    ...filters.map(({ value, answered }) => ({ args: { ...base, where: value }, answered })),
    ...orders.map((order) => ({ args: { ...base, orderBy: [order] }, answered: true })),
  ];
}

/** Two orders at once, where the list has an order at all. */
export function twoOrders({ schema }: Askable, path: string): readonly Values[] | null {
  const orderBy = fieldAt(schema, path).args.find(({ name }) => name === 'orderBy');
  return orderBy === undefined ? null : ordersOf(orderBy.type).slice(0, 2);
}

/** The question, asked of a township; null where the list takes no region. */
export function inTownship({ schema }: Askable, path: string, base: Values): Values | null {
  const where = fieldAt(schema, path).args.find(({ name }) => name === 'where');
  const filter = where === undefined ? undefined : getNullableType(where.type);
  if (!isInputObjectType(filter) || filter.getFields()['regionCode'] === undefined) return null;
  return {
    ...base,
    where: { ...(base['where'] as Values | undefined), regionCode: { within: TOWNSHIP } },
  };
}

const TOWNSHIP = '420581103';

/** Asks, and where an id of another kind is meant, with one of that kind. */
export async function askList(graph: Askable, path: string, args: Values, actor: Actor): Promise<Answer> {
  const ask = (given: Values) =>
    graph.execute(documentOf(path, fieldAt(graph.schema, path), { args: given }), { ...given }, actor);
  const answer = await ask(args);
  const wanted = (answer.errors[0]?.extensions?.['details'] as Values | undefined)?.['expectedPrefix'];
  return typeof wanted === 'string' ? ask(withPrefix(args, wanted) as Values) : answer;
}

/** The questions that end in a fault, or in a refusal where there had to be an answer. */
export async function wronglyAnswered(
  graph: Askable,
  path: string,
  { args: base, actor }: { readonly args: Values; readonly actor: Actor },
): Promise<readonly unknown[]> {
  const wrong: unknown[] = [];
  for (const { args, answered } of questionsOfList(graph, path, base)) {
    const answer = await askList(graph, path, args, actor);
    if (isWrong(answer, answered)) wrong.push({ args, code: answer.code });
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

function wheresOf(type: GraphQLInputType, base: Values): readonly Where[] {
  const filter = getNullableType(type);
  if (!isInputObjectType(filter)) return [];
  return Object.values(filter.getFields()).flatMap((field) => [
    { value: { ...base, [field.name]: sampleOf(field.type) }, answered: true },
    ...emptiesOf(field.type).map((empty) => ({ value: { ...base, [field.name]: empty }, answered: false })),
  ]);
}

/** null, an object that says nothing, a list of nothing. */
function emptiesOf(type: GraphQLInputType): readonly unknown[] {
  const inner = getNullableType(type);
  const nothing = isNonNullType(type) ? [] : [null];
  if (!isInputObjectType(inner)) return nothing;
  const fields = Object.values(inner.getFields());
  const silent = fields.every((field) => !isNonNullType(field.type)) ? [{}] : [];
  const lists = fields
    .filter((field) => isListType(getNullableType(field.type)))
    .map(({ name }) => ({ [name]: [] }));
  const nulls = fields.filter((field) => !isNonNullType(field.type)).map(({ name }) => ({ [name]: null }));
  return [...nothing, ...silent, ...lists, ...nulls];
}

function sampleOf(type: GraphQLInputType): unknown {
  const inner = getNullableType(type);
  if (isListType(inner)) return [sampleOf(inner.ofType)];
  if (isEnumType(inner)) return firstOf(inner);
  if (isInputObjectType(inner))
    return Object.fromEntries(
      Object.values(inner.getFields()).map((field) => [field.name, sampleOf(field.type)]),
    );
  return inner.name === 'ID' ? `any_${randomUUIDv7()}` : (SAMPLES[inner.name] ?? null);
}

function firstOf(type: GraphQLEnumType): string {
  return type.getValues()[0]?.name ?? '';
}

function ordersOf(type: GraphQLInputType): readonly Values[] {
  const list = getNullableType(type);
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

function withPrefix(value: unknown, prefix: string): unknown {
  if (typeof value === 'string') return value.replace(/^any_/, `${prefix}_`);
  if (Array.isArray(value)) return value.map((each) => withPrefix(each, prefix));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, withPrefix(each, prefix)]));
}
