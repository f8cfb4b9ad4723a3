import { notKnownYet } from '@qianshou/kernel';
import {
  aggregateModel,
  aggregateSchema,
  type Connection,
  toState,
  trusted,
} from '@qianshou/service-kit/mongo';
import type { Centres } from '../application/ports.ts';
import type { CentreReplica } from '../domain/replicas.ts';

const text = { type: String, required: true } as const;

const centreSchema = aggregateSchema({ countyCode: text, operatorAgencyId: text }, []);

/** A copy fed by station's events; never more fields than the rules read. */
export function mongoCentres(connection: Connection): Centres {
  const model = aggregateModel(connection, 'CentreReplica', centreSchema, 'centre_replicas');
  const findMany: Centres['findMany'] = async (ids) => {
    const documents = await model.find({ _id: trusted({ $in: [...ids] }) }).lean();
    const byId = new Map(documents.map((document) => [document._id, toReplica(document)]));
    return ids.map((id) => byId.get(id) ?? null);
  };
  return {
    findMany,
    get: async (id) => {
      const [centre] = await findMany([id]);
      if (centre === null || centre === undefined) throw notKnownYet({ what: 'guidance centre', id });
      return centre;
    },
    put: async ({ id, ...centre }) => {
      await model.replaceOne({ _id: id }, { _id: id, version: 1, ...centre }, { upsert: true });
    },
  };
}

function toReplica(document: { readonly _id: string }): CentreReplica {
  const { id, countyCode, operatorAgencyId } = toState<CentreReplica>(document);
  return { id, countyCode, operatorAgencyId };
}
