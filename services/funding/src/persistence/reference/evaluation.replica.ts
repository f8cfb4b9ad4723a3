import {
  aggregateModel,
  aggregateSchema,
  type Connection,
  replicaStore,
  toReplica,
} from '@qianshou/service-kit/mongo';
import type { Evaluations } from '../../application/reference/ports.ts';
import type { BarringEvaluation } from '../../domain/reference/replicas.ts';

const text = { type: String, required: true } as const;

const evaluationSchema = aggregateSchema(
  {
    stationId: text,
    countyCode: text,
    operatorAgencyId: text,
    barsIn: { type: Number, required: true },
  },
  [{ keys: { operatorAgencyId: 1, countyCode: 1 } }],
);

/** A copy fed by station's events: of an evaluation only what bars its operator. */
export function mongoEvaluations(connection: Connection): Evaluations {
  const model = aggregateModel(connection, 'EvaluationReplica', evaluationSchema, 'evaluation_replicas');
  return {
    put: replicaStore<BarringEvaluation>(model, 'evaluation').put,
    remove: async (id) => {
      await model.deleteOne({ _id: id });
    },
    listBarring: async (operatorAgencyId, countyCode) => {
      const documents = await model.find({ operatorAgencyId, countyCode }).lean();
      return documents.map((document) => toReplica<BarringEvaluation>(document));
    },
  };
}
