import {
  aggregateModel,
  aggregateSchema,
  type Connection,
  replicaStore,
  toReplica,
  trusted,
} from '@qianshou/service-kit/mongo';
import type { Centres } from '../../application/reference/ports.ts';
import type { CentreReplica } from '../../domain/reference/replicas.ts';

const text = { type: String, required: true } as const;

const centreSchema = aggregateSchema(
  { countyCode: text, operatorAgencyId: text, closed: { type: Boolean, default: false } },
  // Where an agency operates.
  [{ keys: { operatorAgencyId: 1, countyCode: 1 } }, { keys: { countyCode: 1 } }],
);

/** Fed by station's events; never more fields than the rules read. */
export function mongoCentres(connection: Connection): Centres {
  const model = aggregateModel(connection, 'CentreReplica', centreSchema, 'centre_replicas');
  return {
    ...replicaStore<CentreReplica>(model, 'guidance centre'),
    listOfCounties: async (codes) => {
      const found = await model.find({ countyCode: trusted({ $in: [...codes] }) }).lean();
      return found.map((document) => toReplica<CentreReplica>(document));
    },
    isOperatedBy: async (operatorAgencyId, countyCode) =>
      (await model.exists({ operatorAgencyId, countyCode, closed: false })) !== null,
  };
}
