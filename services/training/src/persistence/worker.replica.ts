import { notKnownYet } from '@qianshou/kernel';
import { aggregateModel, aggregateSchema, type Connection, toState } from '@qianshou/service-kit/mongo';
import type { Workers } from '../application/ports.ts';
import type { WorkerReplica } from '../domain/worker-replica.ts';

const flag = { type: Boolean, required: true } as const;

const workerSchema = aggregateSchema(
  {
    countyCode: { type: String, required: true },
    employerAgencyId: { type: String, default: null },
    certified: flag,
    examEligible: flag,
  },
  [],
);

/** A copy fed by personnel's events: ids, a county and two facts; no name, no profile. */
export function mongoWorkers(connection: Connection): Workers {
  const model = aggregateModel(connection, 'WorkerReplica', workerSchema, 'worker_replicas');
  const find: Workers['find'] = async (id) => {
    const document = await model.findOne({ _id: id }).lean();
    return document === null ? null : toState<WorkerReplica>(document);
  };
  return {
    find,
    get: async (id) => {
      const worker = await find(id);
      if (worker === null) throw notKnownYet({ what: 'worker', id });
      return worker;
    },
    put: async ({ id, ...worker }) => {
      await model.replaceOne({ _id: id }, { version: 1, ...worker, _id: id }, { upsert: true });
    },
  };
}
