import {
  aggregateModel,
  aggregateSchema,
  type Connection,
  movedReferences,
  replicaStore,
} from '@qianshou/service-kit/mongo';
import type { Agencies } from '../../application/reference/ports.ts';
import type { AgencyReplica } from '../../domain/reference/replicas.ts';
import { NAMING_AGENCIES } from './naming-agencies.ts';

const agencySchema = aggregateSchema(
  {
    name: { type: String, default: null },
    canOperate: { type: Boolean, required: true },
    status: { type: String, required: true },
  },
  [],
);

/** A copy fed by pairing's events; never more fields than the rules read. */
export function mongoAgencies(connection: Connection): Agencies {
  const model = aggregateModel(connection, 'AgencyReplica', agencySchema, 'agency_replicas');
  return {
    ...replicaStore<AgencyReplica>(model, 'agency'),
    moveReferences: movedReferences(connection, 'funding', NAMING_AGENCIES),
  };
}
