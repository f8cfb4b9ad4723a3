import {
  aggregateModel,
  aggregateSchema,
  aggregateStore,
  type Connection,
  type Publish,
  toState,
} from '@qianshou/service-kit/mongo';
import type { Outbox } from '@qianshou/service-kit/outbox';
import type { EvaluationSchemes } from '../../application/evaluation/ports.ts';
import { evaluationSchemeNotFound } from '../../domain/evaluation/errors.ts';
import type { EvaluationScheme, SchemeEvent } from '../../domain/evaluation/evaluation-scheme.ts';
import { RULES } from './evaluation-fields.ts';

const text = { type: String, required: true } as const;
const optionalText = { type: String, default: null } as const;

const schemeSchema = aggregateSchema(
  {
    ...RULES,
    countyCode: text,
    fromYear: { type: Number, required: true },
    proposedBy: text,
    proposedOn: text,
    approvedBy: optionalText,
    approvedOn: optionalText,
  },
  [{ keys: { countyCode: 1, fromYear: 1 } }],
);

export function mongoEvaluationSchemes(
  connection: Connection,
  outbox: Outbox,
  publish: Publish<EvaluationScheme, SchemeEvent>,
): EvaluationSchemes {
  const model = aggregateModel(connection, 'EvaluationScheme', schemeSchema, 'evaluation_schemes');
  const store = aggregateStore<EvaluationScheme, SchemeEvent>({
    connection,
    model,
    aggregate: 'evaluation-scheme',
    outbox,
    publish,
    notFound: evaluationSchemeNotFound,
  });
  return {
    ...store,
    listOf: async (countyCode) => {
      const found = await model.find({ countyCode }).sort({ fromYear: 1, _id: 1 }).lean();
      return found.map((document) => toState<EvaluationScheme>(document));
    },
  };
}
