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
  toState,
  trusted,
} from '@qianshou/service-kit/mongo';
import type { Outbox } from '@qianshou/service-kit/outbox';
import type { EvaluationFilter, Evaluations } from '../../application/evaluation/ports.ts';
import { stationAlreadyEvaluated, stationEvaluationNotFound } from '../../domain/evaluation/errors.ts';
import type { EvaluationEvent, StationEvaluation } from '../../domain/evaluation/station-evaluation.ts';
import { byDay, inRegion } from '../reference/day-order.ts';

const text = { type: String, required: true } as const;
const optionalText = { type: String, default: null } as const;
const number = { type: Number, required: true } as const;

const evaluationSchema = aggregateSchema(
  {
    stationId: text,
    townshipCode: text,
    countyCode: text,
    regions: [String],
    operatorAgencyId: optionalText,
    year: number,
    kind: text,
    score: number,
    grade: text,
    evaluator: text,
    opinion: optionalText,
    evaluatedOn: text,
    struck: STRUCK,
    corrections: [
      {
        _id: false,
        on: text,
        reason: text,
        evidence: EVIDENCE,
        year: number,
        kind: text,
        score: number,
        grade: text,
        evaluatedOn: text,
      },
    ],
  },
  [
    // One evaluation of a kind a year that stands.
    { keys: { stationId: 1, kind: 1, year: 1 }, unique: true, where: { struck: null } },
    { keys: { evaluatedOn: 1, _id: 1 } },
    { keys: { regions: 1, evaluatedOn: 1, _id: 1 } },
    { keys: { stationId: 1, evaluatedOn: 1, _id: 1 } },
    { keys: { operatorAgencyId: 1, evaluatedOn: 1, _id: 1 } },
    { keys: { grade: 1, evaluatedOn: 1, _id: 1 } },
  ],
  { retired: [{ stationId: 1, year: 1, kind: 1 }] },
);

export function mongoEvaluations(
  connection: Connection,
  outbox: Outbox,
  publish: Publish<StationEvaluation, EvaluationEvent>,
): Evaluations {
  const model = aggregateModel(connection, 'StationEvaluation', evaluationSchema, 'station_evaluations');
  const store = aggregateStore<StationEvaluation, EvaluationEvent>({
    connection,
    model,
    aggregate: 'station-evaluation',
    outbox,
    publish,
    notFound: stationEvaluationNotFound,
    unique: { stationId: stationAlreadyEvaluated },
  });
  return {
    ...store,
    listStanding: async (stationId) => {
      const documents = await model.find({ stationId, struck: null }).lean();
      return documents.map((document) => toState<StationEvaluation>(document));
    },
    isBarred: async (operatorAgencyId, countyCode, year) => {
      const barring = { grade: 'UNQUALIFIED', kind: 'ANNUAL', year: year - 1, struck: null };
      return (await model.exists({ operatorAgencyId, countyCode, ...barring })) !== null;
    },
    list: (filter, direction, page) =>
      keysetPage<StationEvaluation>({
        model,
        filter: toFilter(filter),
        order: byDay('evaluatedOn', direction),
        page,
      }),
  };
}

function toFilter({
  within,
  stationId,
  operatorAgencyId,
  grade,
  struck,
}: EvaluationFilter): Record<string, unknown> {
  return {
    struck: struck ? trusted({ $ne: null }) : null,
    ...inRegion(within),
    ...(stationId === null ? {} : { stationId }),
    ...(operatorAgencyId === null ? {} : { operatorAgencyId }),
    ...oneOf('grade', grade),
  };
}
