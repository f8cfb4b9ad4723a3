import { notKnownYet } from '@qianshou/kernel';
import { aggregateModel, aggregateSchema, type Connection, toState } from '@qianshou/service-kit/mongo';
import type { Agencies } from '../application/ports.ts';
import type { AgencyReplica } from '../domain/agency-replica.ts';

const flag = { type: Boolean, required: true } as const;

const agencySchema = aggregateSchema(
  { status: { type: String, required: true }, canOperate: flag, canReceive: flag },
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
    find: async (id) => {
      const document = await model.findOne({ _id: id }).lean();
      return document === null ? null : toState<AgencyReplica>(document);
    },
    put: async ({ id, ...agency }) => {
      await model.replaceOne({ _id: id }, { _id: id, version: 1, ...agency }, { upsert: true });
    },
    setStatus: (id, status) => change(id, { status }),
    setCapabilities: (id, can) => change(id, { ...can }),
  };
}
