import type { AggregateModel } from './aggregate-schema.ts';

/** Few at a time: a sweep between two reads notices soon that the database is away. */
const AT_ONCE = 20;

/** The ids of all that a filter finds, read forward by a cursor: what cannot be dealt with does not stand before the rest. */
export async function* idsOf<Id extends string>(
  model: AggregateModel,
  filter: Record<string, unknown>,
  sort: Record<string, 1 | -1> = {},
): AsyncGenerator<Id> {
  const found = model.find(filter, { _id: 1 }).sort(sort).lean().cursor({ batchSize: AT_ONCE });
  for await (const { _id } of found) yield _id as Id;
}
