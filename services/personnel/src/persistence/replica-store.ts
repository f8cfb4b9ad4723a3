import { notKnownYet } from '@qianshou/kernel';
import { type AggregateModel, toState, trusted } from '@qianshou/service-kit/mongo';

export interface ReplicaStore<Replica extends { readonly id: string }> {
  /** @throws NOT_KNOWN_HERE_YET while the owner's event is on its way. */
  readonly get: (id: Replica['id']) => Promise<Replica>;
  /** In the order asked for, null where nothing was heard yet. */
  readonly findMany: (ids: readonly Replica['id'][]) => Promise<readonly (Replica | null)[]>;
  readonly put: (replica: Replica) => Promise<void>;
}

/** Copies fed by another service's events; `what` names them to a caller who asks too early. */
export function replicaStore<Replica extends { readonly id: string }>(
  model: AggregateModel,
  what: string,
): ReplicaStore<Replica> {
  const findMany: ReplicaStore<Replica>['findMany'] = async (ids) => {
    const documents = await model.find({ _id: trusted({ $in: [...ids] }) }).lean();
    const byId = new Map(
      documents.map(({ version: _version, ...copy }) => [copy._id, toState<Replica>(copy)]),
    );
    return ids.map((id) => byId.get(id) ?? null);
  };
  return {
    findMany,
    get: async (id) => {
      const [replica] = await findMany([id]);
      if (replica === null || replica === undefined) throw notKnownYet({ what, id });
      return replica;
    },
    put: async ({ id, ...replica }) => {
      await model.replaceOne({ _id: id }, { _id: id, version: 1, ...replica }, { upsert: true });
    },
  };
}
