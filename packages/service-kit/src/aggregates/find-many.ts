import type { AggregateModel, StoredAggregate } from './aggregate-schema.ts';
import { trusted } from '../mongo/connection.ts';

/** In the order asked for, null where there is none: what a loader needs. */
export async function findManyById<State>(
  model: AggregateModel,
  ids: readonly string[],
  read: (document: StoredAggregate) => State,
): Promise<readonly (State | null)[]> {
  const documents = await model.find({ _id: trusted({ $in: [...ids] }) }).lean();
  const byId = new Map(documents.map((document) => [document._id, read(document)]));
  return ids.map((id) => byId.get(id) ?? null);
}
