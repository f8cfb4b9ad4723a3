import { aggregateModel, aggregateSchema, type Connection, replicaStore } from '@qianshou/service-kit/mongo';
import type { Workers } from '../../application/reference/ports.ts';
import type { WorkerReplica } from '../../domain/reference/worker-replica.ts';

const workerSchema = aggregateSchema(
  { countyCode: { type: String, required: true }, employerAgencyId: { type: String, default: null } },
  [],
);

/** A copy fed by personnel's events: ids and a county; no name, no profile. */
export function mongoWorkers(connection: Connection): Workers {
  const model = aggregateModel(connection, 'WorkerReplica', workerSchema, 'worker_replicas');
  return replicaStore<WorkerReplica>(model, 'worker');
}
