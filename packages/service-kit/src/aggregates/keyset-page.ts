import { createHash } from 'node:crypto';
import { badInput, type Page, type PageRequest } from '@qianshou/kernel';
import { mongo } from 'mongoose';
import type { AggregateModel } from './aggregate-schema.ts';
import { toState } from './aggregate-store.ts';
import { trusted } from '../mongo/connection.ts';
import { countUpTo, readPage } from './page-batches.ts';

const { EJSON } = mongo.BSON;

export interface OrderBy {
  /** A path with an index that serves the filter and this order. */
  readonly path: string;
  /** Some have null there, which comes before everything else. */
  readonly nullable?: boolean;
  readonly direction: 'ASC' | 'DESC';
}

export interface KeysetQuery {
  readonly model: AggregateModel;
  /** Mapped from typed input by the repository; never a client's object. */
  readonly filter: Readonly<Record<string, unknown>>;
  readonly order: readonly OrderBy[];
  readonly page: PageRequest;
  /** The index that gives this order, where the planner could take another and sort: it judges by what is there today. */
  readonly index?: Readonly<Record<string, 1 | -1>>;
}

/**
 * A page by keyset: as fast on the last page as on the first, and stable while rows are added. Pages that one request
 * asks for in one breath, as lists under the rows of a list are, cost one command.
 */
export async function keysetPage<State>(query: KeysetQuery): Promise<Page<State>> {
  const { model } = query;
  const order = directed(withTieBreak(query.order), query.page);
  const binding = bindingOf(query.filter, order);
  const filter = query.filter as Record<string, unknown>;
  const after = query.page.after === null ? null : decode(query.page.after, binding, order.length);
  const conditions = after === null ? filter : { $and: [filter, beyond(order, after)] };
  const documents = await readPage(model, {
    filter: conditions,
    sort: order.map(({ path, direction }) => [path, direction === 'ASC' ? 1 : -1]),
    limit: query.page.first + 1,
    without: query.page.without ?? [],
    ...(query.index === undefined ? {} : { index: query.index }),
  });
  return {
    items: documents.slice(0, query.page.first).map((document) => ({
      node: toState<State>(document),
      cursor: encode(
        binding,
        order.map(({ path }) => read(document, path)),
      ),
    })),
    hasNextPage: documents.length > query.page.first,
    hasPreviousPage: after !== null,
    count: () => countUpTo(model, filter),
  };
}

function directed(order: readonly OrderBy[], { backwards = false }: PageRequest): readonly OrderBy[] {
  if (!backwards) return order;
  return order.map((each) => ({ ...each, direction: each.direction === 'ASC' ? 'DESC' : 'ASC' }));
}

/** The id breaks ties, in the direction of the last order, so that one index serves both. */
function withTieBreak(order: readonly OrderBy[]): readonly OrderBy[] {
  if (order.at(-1)?.path === '_id') return order;
  return [...order, { path: '_id', direction: order.at(-1)?.direction ?? 'ASC' }];
}

/** (a, b, id) > (x, y, z) written out: a > x, or a = x and b > y, or a = x and b = y and id > z. */
function beyond(order: readonly OrderBy[], values: readonly unknown[]): Record<string, unknown> {
  const branches = order.flatMap((each, at) => {
    const ties = Object.fromEntries(order.slice(0, at).map(({ path }, index) => [path, values[index]]));
    return passed(each, values[at]).map((condition) => ({ ...ties, [each.path]: condition }));
  });
  return { $or: branches };
}

/** What lies after a value in its order. Operators compare within a type, so null is written out apart. */
function passed({ direction, nullable = false }: OrderBy, value: unknown): readonly unknown[] {
  if (direction === 'ASC') return [trusted(value === null ? { $ne: null } : { $gt: value })];
  const smaller = trusted({ $lt: value });
  if (!nullable) return [smaller];
  return value === null ? [] : [smaller, null];
}

/** A cursor belongs to one filter and one order; used with another it is refused instead of skipping rows. */
function bindingOf(filter: unknown, order: readonly OrderBy[]): string {
  return createHash('sha256')
    .update(EJSON.stringify([filter, order]))
    .digest('base64url')
    .slice(0, 12);
}

function encode(binding: string, values: readonly unknown[]): string {
  return Buffer.from(EJSON.stringify([binding, ...values])).toString('base64url');
}

function decode(cursor: string, binding: string, length: number): readonly unknown[] {
  const [bound, ...values] = parse(cursor);
  if (bound !== binding || values.length !== length || values.some(isCompound)) throw foreignCursor();
  return values;
}

function parse(cursor: string): readonly unknown[] {
  try {
    const parsed: unknown = EJSON.parse(Buffer.from(cursor, 'base64url').toString());
    return Array.isArray(parsed) ? parsed : [];
  } catch {
    return [];
  }
}

/** Only plain values were ever put into a cursor: an object there is somebody's attempt at an operator. */
function isCompound(value: unknown): boolean {
  return typeof value === 'object' && value !== null && !(value instanceof Date);
}

function foreignCursor(): Error {
  return badInput({
    field: 'after',
    reason: {
      en: 'this cursor belongs to another list, filter or order; start without it',
      zh: '该游标属于其他列表、筛选或排序；请不带游标重新开始',
    },
  });
}

function read(document: object, path: string): unknown {
  return path
    .split('.')
    .reduce<unknown>((value, key) => (value as Record<string, unknown> | null)?.[key], document);
}
