import {
  aggregateModel,
  aggregateSchema,
  aggregateStore,
  type Connection,
  EVIDENCE,
  keysetPage,
  oneOf,
  type Publish,
  STRUCK,
  trusted,
} from '@qianshou/service-kit/mongo';
import type { Outbox } from '@qianshou/service-kit/outbox';
import type { Evaluations } from '../../application/work/ports.ts';
import type { EvaluationEvent, PairingEvaluation } from '../../domain/work/pairing-evaluation.ts';
import { evaluationExists, evaluationNotFound } from '../../domain/work/errors.ts';
import { ownerIndex, recordFields, recordFilter, recordIndexes } from './pairing-record.ts';

const text = { type: String, required: true } as const;
const number = { type: Number, required: true } as const;

const evaluationSchema = aggregateSchema(
  {
    ...recordFields,
    kind: text,
    year: number,
    evaluator: text,
    evaluatorAgencyId: { type: String, default: null },
    score: number,
    grade: text,
    opinion: text,
    evaluatedOn: text,
    struck: STRUCK,
    corrections: [
      {
        _id: false,
        on: text,
        reason: text,
        evidence: EVIDENCE,
        year: number,
        score: number,
        grade: text,
        evaluatedOn: text,
      },
    ],
  },
  [
    ...recordIndexes('evaluatedOn', 'kind', 'grade', 'year'),
    // One of each kind a year that stands.
    { keys: { pairingId: 1, year: 1, kind: 1 }, unique: true, where: { struck: null } },
  ],
  { retired: [{ pairingId: 1, kind: 1, year: 1 }] },
);

export function mongoEvaluations(
  connection: Connection,
  outbox: Outbox,
  publish: Publish<PairingEvaluation, EvaluationEvent>,
): Evaluations {
  const model = aggregateModel(connection, 'PairingEvaluation', evaluationSchema, 'pairing_evaluations');
  const store = aggregateStore<PairingEvaluation, EvaluationEvent>({
    connection,
    model,
    aggregate: 'pairing-evaluation',
    outbox,
    publish,
    notFound: evaluationNotFound,
    unique: { pairingId: evaluationExists },
  });
  return {
    ...store,
    hasFinal: async (pairingId) => (await model.exists({ pairingId, kind: 'FINAL', struck: null })) !== null,
    list: (filter, direction, page) =>
      keysetPage<PairingEvaluation>({
        model,
        filter: {
          ...recordFilter(filter, 'evaluatedOn'),
          struck: filter.struck ? trusted({ $ne: null }) : null,
          ...oneOf('kind', filter.kind),
          ...oneOf('grade', filter.grade),
          ...(filter.year === null ? {} : { year: filter.year }),
        },
        order: [{ path: 'evaluatedOn', direction }],
        ...ownerIndex(filter, 'evaluatedOn'),
        page,
      }),
  };
}
