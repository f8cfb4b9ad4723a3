import { aggregateModel, aggregateSchema, type Connection, replicaStore } from '@qianshou/service-kit/mongo';
import type { OperatedSite, OperatedSites } from '../../application/reference/ports.ts';

const siteSchema = aggregateSchema(
  { countyCode: { type: String, required: true }, operatorAgencyId: { type: String, default: null } },
  [{ keys: { countyCode: 1, operatorAgencyId: 1 } }],
);

/** A copy fed by station's events: which agency operates where. */
export function mongoOperatedSites(connection: Connection): OperatedSites {
  const model = aggregateModel(connection, 'OperatedSite', siteSchema, 'operated_site_replicas');
  return {
    put: replicaStore<OperatedSite>(model, 'operated site').put,
    hasAny: async (countyCode, operatorAgencyId) =>
      (await model.exists({ countyCode, operatorAgencyId })) !== null,
  };
}
