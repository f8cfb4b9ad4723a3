import {
  aggregateModel,
  aggregateSchema,
  type Connection,
  replicaStore,
  toState,
  trusted,
} from '@qianshou/service-kit/mongo';
import type { SupervisedStation } from '../../domain/supervision/supervision-session.ts';
import type { OperatedSite, OperatedSites } from '../../application/reference/ports.ts';

const siteSchema = aggregateSchema(
  {
    countyCode: { type: String, required: true },
    operatorAgencyId: { type: String, default: null },
    closedOn: { type: String, default: null },
  },
  [{ keys: { countyCode: 1, operatorAgencyId: 1 } }],
);

/** A copy fed by station's events: which agency operates where. */
export function mongoOperatedSites(connection: Connection): OperatedSites {
  const model = aggregateModel(connection, 'OperatedSite', siteSchema, 'operated_site_replicas');
  const { put, change } = replicaStore<OperatedSite>(model, 'operated site');
  return {
    put,
    change,
    findStation: async (id) => {
      const document = await model.findOne({ _id: id }).lean();
      return document === null ? null : toState<SupervisedStation>(document);
    },
    stationsOf: async (countyCode, day) => {
      const documents = await model
        .find({
          countyCode,
          _id: trusted({ $gte: 'sta_', $lt: 'sta`' }),
          $or: [{ closedOn: null }, { closedOn: trusted({ $gte: day }) }],
        })
        .sort({ _id: 1 })
        .lean();
      return documents.map((document) => toState<SupervisedStation>(document));
    },
    hasAny: async (countyCode, operatorAgencyId) =>
      (await model.exists({ countyCode, operatorAgencyId })) !== null,
  };
}
