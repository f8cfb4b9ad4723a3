import { notKnownYet } from '@qianshou/kernel';
import type { AggregateModel } from './aggregate-schema.ts';
import { toState } from './aggregate-store.ts';
import { findManyById } from './find-many.ts';
import { currentSession, retryingOnDuplicate } from '../mongo/transaction.ts';

export interface ReplicaStore<Replica extends { readonly id: string }> {
  readonly find: (id: Replica['id']) => Promise<Replica | null>;
  /** @throws NOT_KNOWN_HERE_YET while the owner's event is on its way. */
  readonly get: (id: Replica['id']) => Promise<Replica>;
  readonly getMany: (ids: readonly Replica['id'][]) => Promise<readonly Replica[]>;
  /** In the order asked for, null where nothing was heard yet. */
  readonly findMany: (ids: readonly Replica['id'][]) => Promise<readonly (Replica | null)[]>;
  /** Whether they are known or new: all of them with one command. Of one that comes twice the last stands. */
  readonly put: (...replicas: readonly Replica[]) => Promise<void>;
  /** @throws NOT_KNOWN_HERE_YET while the owner's first event is on its way. */
  readonly change: (id: Replica['id'], facts: Partial<Omit<Replica, 'id'>>) => Promise<void>;
}

/** What services keep copies of, as people call it. */
const COPIED = {
  'acceptance check': { en: 'acceptance check', zh: '验收记录' },
  activity: { en: 'activity', zh: '活动' },
  agency: { en: 'agency', zh: '机构' },
  contract: { en: 'contract', zh: '合同' },
  coverage: { en: 'coverage', zh: '覆盖情况' },
  'county policy': { en: 'county policy', zh: '县级政策' },
  evaluation: { en: 'evaluation', zh: '评估' },
  'guidance centre': { en: 'guidance centre', zh: '指导中心' },
  'operated site': { en: 'operated site', zh: '承接站点' },
  station: { en: 'station', zh: '社工站' },
  worker: { en: 'worker', zh: '社工' },
} as const;

type Copied = keyof typeof COPIED;

/** Copies fed by another service's events; `what` names them to a caller who asks too early. */
export function replicaStore<Replica extends { readonly id: string }>(
  model: AggregateModel,
  what: Copied,
): ReplicaStore<Replica> {
  const findMany: ReplicaStore<Replica>['findMany'] = (ids) => findManyById(model, ids, toReplica<Replica>);
  const find: ReplicaStore<Replica>['find'] = async (id) => (await findMany([id]))[0] ?? null;
  return {
    find,
    findMany,
    get: async (id) => (await find(id)) ?? unknown(what, id),
    getMany: async (ids) => {
      const found = await findMany(ids);
      return ids.map((id, at) => found[at] ?? unknown(what, id));
    },
    put: (...replicas) => put(model, replicas),
    change: async (id, facts) => {
      const { matchedCount } = await model.updateOne({ _id: id }, { $set: facts });
      if (matchedCount === 0) unknown(what, id);
    },
  };
}

/** A copy's version means nothing: the owner's events are its history. */
export function toReplica<Replica>({
  version: _version,
  ...document
}: {
  readonly _id: unknown;
  readonly version: number;
}): Replica {
  return toState<Replica>(document);
}

function unknown(what: Copied, id: string): never {
  throw notKnownYet({ what: COPIED[what], id });
}

async function put(model: AggregateModel, replicas: readonly { readonly id: string }[]): Promise<void> {
  if (replicas.length === 0) return;
  const writes = replicas.map(({ id, ...facts }) => ({
    replaceOne: { filter: { _id: id }, replacement: { version: 1, ...facts }, upsert: true },
  }));
  const session = currentSession();
  // Replicas are complete by their types: mongoose would add nothing but its own time.
  await retryingOnDuplicate(() =>
    model.collection.bulkWrite(writes as never[], session === undefined ? {} : { session }),
  );
}
