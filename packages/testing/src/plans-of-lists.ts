import type { Connection } from '@qianshou/service-kit/mongo';
import { askList, filtersOf, type ListPlace, ordersOfList } from './every-list.ts';
import type { CountedGraph } from './cost-of-lists.ts';
import { samplesOf, type Values } from './filter-samples.ts';

/** Enough that a plan without an index would show. */
const COPIES = 150;
/** Rows of these are a handful: what is read of them whole costs nothing. */
const OWN = /\.(system\..*|idempotency|nonces|figures|audit.*|outbox.*|budgets|jobs|leases|cursors)$/;

interface Profiled {
  readonly ns: string;
  readonly planSummary?: string;
  readonly hasSortStage?: boolean;
  readonly command?: { readonly filter?: unknown; readonly pipeline?: unknown; readonly sort?: unknown };
}

/** What a list does to the database where it should not: a collection read whole, or rows sorted in memory. */
export interface BadPlan {
  readonly ns: string;
  readonly plan: string;
  readonly sorted: boolean;
  readonly asked: string;
}

/** Each pair of filters in each way that they can be given, and all at once, in each order. */
export function combinations(graph: CountedGraph, place: ListPlace): readonly Values[] {
  const given = (place.base['where'] ?? {}) as Values;
  const each = filtersOf(graph, place.path).map(({ name, type }) =>
    samplesOf(type).map((sample) => ({ [name]: sample })),
  );
  const alone = each.flat();
  const pairs = each.flatMap((some, at) =>
    each
      .slice(at + 1)
      .flatMap((others) => some.flatMap((one) => others.map((other) => ({ ...one, ...other })))),
  );
  const all = Object.assign({}, ...each.map(([first]) => first)) as Values;
  const orders = [
    null,
    ...ordersOfList(graph, place.path).filter(({ direction }) => direction !== undefined),
  ];
  const wheres = each.length === 0 ? [null] : [{}, ...alone, ...pairs, all];
  return wheres.flatMap((where) =>
    orders.map((order) => ({
      ...place.base,
      ...(where === null ? {} : { where: { ...where, ...given } }),
      ...(order === null ? {} : { orderBy: [order] }),
    })),
  );
}

export async function badPlansOf(graph: CountedGraph, place: ListPlace): Promise<readonly BadPlan[]> {
  const { db } = graph.connection;
  if (db === undefined) throw new Error('the graph has no database');
  await db.command({ profile: 0 });
  await db.dropCollection('system.profile');
  await db.createCollection('system.profile', { capped: true, size: 64 * 1024 * 1024 });
  await db.command({ profile: 2 });
  for (const args of combinations(graph, place)) await askList(graph, place, args);
  await db.command({ profile: 0 });
  const seen = await db.collection<Profiled>('system.profile').find().toArray();
  return seen.filter(isBad).map(({ ns, planSummary = '', hasSortStage = false, command }) => ({
    ns: ns.split('.').slice(1).join('.'),
    plan: planSummary,
    sorted: hasSortStage,
    asked: JSON.stringify(command?.filter ?? command?.pipeline).slice(0, 400) + JSON.stringify(command?.sort),
  }));
}

function isBad({ ns, planSummary, hasSortStage = false, command }: Profiled): boolean {
  if (planSummary === undefined || OWN.test(ns) || findsNothing(command)) return false;
  return planSummary.includes('COLLSCAN') || hasSortStage;
}

/** One of no values: the database reads nothing, and sorts that. */
function findsNothing(command: Profiled['command']): boolean {
  return JSON.stringify(command?.filter ?? command?.pipeline ?? {}).includes('"$in":[]');
}

/** Every collection that holds something holds many of the kind: copies that differ as rows of a list do. */
export async function multiply({ db }: Connection): Promise<void> {
  const collections = (await db?.collections()) ?? [];
  for (const collection of collections.filter(({ collectionName }) => !OWN.test(`.${collectionName}`))) {
    const [row] = await collection.find().limit(1).toArray();
    if (row === undefined) continue;
    const copies = Array.from({ length: COPIES }, (_, at) => copyOf(row, at));
    await collection.insertMany(copies as Record<string, unknown>[], { ordered: false }).catch(unlessTaken);
  }
}

const DUPLICATE_KEY = 11_000;

/** Copies that a unique index tells from no other stay out; whatever else goes wrong is not hidden. */
function unlessTaken(error: unknown): void {
  const { writeErrors = [] } = error as { readonly writeErrors?: OneOrMore<{ readonly code: number }> };
  const refused = [writeErrors].flat();
  if (refused.length === 0 || refused.some(({ code }) => code !== DUPLICATE_KEY)) throw error;
}

type OneOrMore<Each> = Each | readonly Each[];

const ID = /^([a-z]+)_[0-9a-f]{8}-[0-9a-f-]{27}$/;
const DAY = /^\d{4}-\d{2}-\d{2}$/;

function copyOf(value: unknown, at: number, field = ''): unknown {
  if (typeof value === 'string') return textOf(value, at, field);
  if (typeof value === 'number') return numberOf(value, at, field);
  if (value instanceof Date) return new Date(value.getTime() + at * 86_400_000);
  return typeof value === 'object' && value !== null ? partsOf(value, at, field) : value;
}

/** Years recur; a number within something is nobody else's. */
function numberOf(value: number, at: number, field: string): number {
  if (/year/i.test(field)) return value - (at % 5);
  return field === 'no' ? value + 1_000 + at : value;
}

function partsOf(value: object, at: number, field: string): unknown {
  if (Array.isArray(value)) return value.map((each) => copyOf(each, at, field));
  if ('_bsontype' in value) return value;
  return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, copyOf(each, at, name)]));
}

function textOf(value: string, at: number, field: string): string {
  const id = ID.exec(value);
  const tail = at.toString(16).padStart(12, '0');
  // Half of the copies are of the same objects: then a list within one of them holds several.
  if (id !== null)
    return field === '_id' || at % 2 === 0 ? `${id[1] ?? ''}_0192f3c4-0000-7000-8000-${tail}` : value;
  if (DAY.test(value)) return `${value.slice(0, 8)}${String(10 + (at % 18))}`;
  return /(No|Number|Code|key)$/.test(field) && !/^\d{6,9}$/.test(value) ? `${value}${tail}` : value;
}
