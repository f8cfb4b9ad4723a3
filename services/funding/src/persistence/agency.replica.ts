import { notKnownYet } from '@qianshou/kernel';
import { aggregateModel, aggregateSchema, type Connection, toState } from '@qianshou/service-kit/mongo';
import type { Agencies } from '../application/ports.ts';
import type { AgencyReplica } from '../domain/replicas.ts';

const agencySchema = aggregateSchema(
  { canOperate: { type: Boolean, required: true }, status: { type: String, required: true } },
  [],
);

/** A copy fed by pairing's events; never more fields than the rules read. */
export function mongoAgencies(connection: Connection): Agencies {
  const model = aggregateModel(connection, 'AgencyReplica', agencySchema, 'agency_replicas');
  const change = async (id: string, fields: Record<string, unknown>): Promise<void> => {
    const { matchedCount } = await model.updateOne({ _id: id }, fields);
    if (matchedCount === 0) throw notKnownYet({ what: 'agency', id });
  };
  return {
    get: async (id) => {
      const document = await model.findOne({ _id: id }).lean();
      if (document === null) throw notKnownYet({ what: 'agency', id });
      return toState<AgencyReplica>(document);
    },
    put: async ({ id, ...agency }) => {
      await model.replaceOne({ _id: id }, { _id: id, version: 1, ...agency }, { upsert: true });
    },
    setStatus: (id, status) => change(id, { status }),
    setCapabilities: (id, can) => change(id, { ...can }),
  };
}
