import {
  aggregateModel,
  aggregateSchema,
  aggregateStore,
  type Connection,
  EVIDENCE,
  idsOf,
  keysetPage,
  oneOf,
  type Publish,
  STRUCK,
  toState,
  trusted,
} from '@qianshou/service-kit/mongo';
import type { Outbox } from '@qianshou/service-kit/outbox';
import type { FundEvaluationFilter, FundEvaluations } from '../../application/evaluation/ports.ts';
import { fundEvaluationExists, fundEvaluationNotFound } from '../../domain/evaluation/errors.ts';
import type { FundEvaluation, FundEvaluationEvent } from '../../domain/evaluation/fund-evaluation.ts';
import type { FundEvaluationId } from '../../domain/ids.ts';
import { having, inPlace, LATEST_FIRST, LATEST_FIRST_KEYS } from '../reference/filters.ts';
import { rulesField, scoresField } from './evaluation-fields.ts';

const text = { type: String, required: true } as const;
const optionalText = { type: String, default: null } as const;
const number = { type: Number, required: true } as const;

const evaluationSchema = aggregateSchema(
  {
    countyCode: text,
    year: number,
    contractId: text,
    providerAgencyId: text,
    stationIds: [text],
    scores: scoresField,
    rules: rulesField,
    total: number,
    grade: text,
    evaluator: text,
    opinion: optionalText,
    evaluatedOn: text,
    evaluatedBy: text,
    rectification: {
      type: { _id: false, dueOn: text, doneOn: optionalText, proof: EVIDENCE, overdueSince: optionalText },
      default: null,
    },
    appeal: {
      type: {
        _id: false,
        by: text,
        on: text,
        reason: text,
        evidence: EVIDENCE,
        decidedBy: optionalText,
        decidedOn: optionalText,
        upheld: { type: Boolean, default: null },
        decision: optionalText,
      },
      default: null,
    },
    struck: STRUCK,
    corrections: [
      {
        _id: false,
        on: text,
        reason: text,
        evidence: EVIDENCE,
        scores: scoresField,
        total: number,
        grade: text,
        evaluatedOn: text,
      },
    ],
  },
  [
    // One evaluation of a contract and year that stands.
    { keys: { contractId: 1, year: 1 }, unique: true, where: { struck: null } },
    { keys: LATEST_FIRST_KEYS },
    { keys: { contractId: 1, ...LATEST_FIRST_KEYS } },
    { keys: { providerAgencyId: 1, ...LATEST_FIRST_KEYS } },
    { keys: { grade: 1, ...LATEST_FIRST_KEYS } },
    // What the job looks for.
    { keys: { 'rectification.dueOn': 1 }, where: { 'rectification.dueOn': { $type: 'string' } } },
  ],
);

export function mongoFundEvaluations(
  connection: Connection,
  outbox: Outbox,
  publish: Publish<FundEvaluation, FundEvaluationEvent>,
): FundEvaluations {
  const model = aggregateModel(connection, 'FundEvaluation', evaluationSchema, 'fund_evaluations');
  const store = aggregateStore<FundEvaluation, FundEvaluationEvent>({
    connection,
    model,
    aggregate: 'fund-evaluation',
    outbox,
    publish,
    notFound: fundEvaluationNotFound,
    unique: { contractId: fundEvaluationExists },
  });
  return {
    ...store,
    list: (filter, page) =>
      keysetPage<FundEvaluation>({ model, filter: filterOf(filter), order: LATEST_FIRST, page }),
    listBarring: async (providerAgencyId, countyCode) => {
      const barring = { providerAgencyId, countyCode, grade: 'UNQUALIFIED', struck: null };
      const found = await model.find(barring).lean();
      return found.map((document) => toState<FundEvaluation>(document));
    },
    overdue: (day) =>
      idsOf<FundEvaluationId>(model, {
        'rectification.dueOn': trusted({ $type: 'string', $lt: day }),
        'rectification.doneOn': null,
        'rectification.overdueSince': null,
        struck: null,
      }),
  };
}

function filterOf({ contractId, providerAgencyId, grade, struck, ...place }: FundEvaluationFilter) {
  return {
    ...inPlace(place),
    ...having({ contractId, providerAgencyId }),
    ...oneOf('grade', grade),
    struck: struck ? trusted({ $ne: null }) : null,
  };
}
