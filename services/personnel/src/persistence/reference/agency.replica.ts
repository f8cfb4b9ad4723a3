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
    status: { type: String, required: true },
    homeRegionCode: { type: String, default: null },
  },
  [],
);

/** Fed by pairing's events; never more fields than the rules read. */
export function mongoAgencies(connection: Connection): Agencies {
  const model = aggregateModel(connection, 'AgencyReplica', agencySchema, 'agency_replicas');
  return {
    ...replicaStore<AgencyReplica>(model, 'agency'),
    moveReferences: movedReferences(connection, 'personnel', NAMING_AGENCIES),
  };
}
