import {
  aggregateModel,
  aggregateSchema,
  type Connection,
  movedReferences,
  replicaStore,
  toReplica,
  trusted,
} from '@qianshou/service-kit/mongo';
import type { Agencies } from '../../application/reference/ports.ts';
import type { AgencyReplica } from '../../domain/reference/agency-replica.ts';
import { NAMING_AGENCIES } from './naming-agencies.ts';

const text = { type: String, required: true } as const;

const agencySchema = aggregateSchema(
  {
    name: text,
    creditCode: { type: String, default: null },
    homeRegionCode: text,
    canOperate: { type: Boolean, required: true },
    status: text,
  },
  [{ keys: { creditCode: 1 } }],
);

/** A copy fed by pairing's events; never more fields than the rules read. */
export function mongoAgencies(connection: Connection): Agencies {
  const model = aggregateModel(connection, 'AgencyReplica', agencySchema, 'agency_replicas');
  return {
    ...replicaStore<AgencyReplica>(model, 'agency'),
    moveReferences: movedReferences(connection, 'station', NAMING_AGENCIES),
    findByCreditCodes: async (codes) => {
      const documents = await model.find({ creditCode: trusted({ $in: [...codes] }) }).lean();
      return documents.map((document) => toReplica<AgencyReplica>(document));
    },
  };
}
