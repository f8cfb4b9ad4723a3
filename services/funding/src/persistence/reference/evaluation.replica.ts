import {
  aggregateModel,
  aggregateSchema,
  type Connection,
  replicaStore,
  toReplica,
  trusted,
} from '@qianshou/service-kit/mongo';
import type { Evaluations } from '../../application/reference/ports.ts';
import type { BarringEvaluation, StationEvaluation } from '../../domain/reference/replicas.ts';

const text = { type: String, required: true } as const;
/** Absent in copies of before, which were kept for their bar alone. */
const optionalText = { type: String, default: null } as const;

const evaluationSchema = aggregateSchema(
  {
    stationId: text,
    countyCode: text,
    operatorAgencyId: text,
    barsIn: { type: Number, default: null },
    kind: optionalText,
    grade: optionalText,
    year: { type: Number, default: null },
    evaluatedOn: optionalText,
  },
  [{ keys: { operatorAgencyId: 1, countyCode: 1 } }, { keys: { stationId: 1 } }],
);

/** A copy fed by station's events: of an evaluation what bars its operator, and what contracts wait for. */
export function mongoEvaluations(connection: Connection): Evaluations {
  const model = aggregateModel(connection, 'EvaluationReplica', evaluationSchema, 'evaluation_replicas');
  return {
    put: replicaStore<StationEvaluation>(model, 'evaluation').put,
    remove: async (id) => {
      await model.deleteOne({ _id: id });
    },
    listBarring: async (operatorAgencyId, countyCode) => {
      const documents = await model
        .find({ operatorAgencyId, countyCode, barsIn: trusted({ $ne: null }) })
        .lean();
      return documents.map((document) => toReplica<BarringEvaluation>(document));
    },
    listOfOperators: async (operatorAgencyIds, countyCode) => {
      const ran = { operatorAgencyId: trusted({ $in: [...operatorAgencyIds] }), countyCode };
      const documents = await model.find({ ...ran, evaluatedOn: trusted({ $ne: null }) }).lean();
      return documents.map((document) => toReplica<StationEvaluation>(document));
    },
    listOf: async (stationIds) => {
      const told = { stationId: trusted({ $in: [...stationIds] }), evaluatedOn: trusted({ $ne: null }) };
      const documents = await model.find(told).lean();
      return documents.map((document) => toReplica<StationEvaluation>(document));
    },
  };
}
