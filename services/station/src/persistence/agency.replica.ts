import { notKnownYet } from '@qianshou/kernel';
import {
  aggregateModel,
  aggregateSchema,
  type Connection,
  toState,
  trusted,
} from '@qianshou/service-kit/mongo';
import type { Agencies } from '../application/ports.ts';
import type { AgencyReplica } from '../domain/agency-replica.ts';

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
    findMany: async (ids) => {
      const documents = await model.find({ _id: trusted({ $in: [...ids] }) }).lean();
      const byId = new Map(documents.map((document) => [document._id, toState<AgencyReplica>(document)]));
      return ids.map((id) => byId.get(id) ?? null);
    },
    findByCreditCodes: async (codes) => {
      const documents = await model.find({ creditCode: trusted({ $in: [...codes] }) }).lean();
      return documents.map((document) => toState<AgencyReplica>(document));
    },
    put: async ({ id, ...agency }) => {
      await model.replaceOne({ _id: id }, { _id: id, version: 1, ...agency }, { upsert: true });
    },
    setStatus: (id, status) => change(id, { status }),
    setCapabilities: (id, can) => change(id, { ...can }),
  };
}
