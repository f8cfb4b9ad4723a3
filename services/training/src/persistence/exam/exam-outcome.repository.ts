import {
  type AggregateModel,
  aggregateModel,
  aggregateSchema,
  aggregateStore,
  type Connection,
  keysetPage,
  oneOf,
  type Publish,
  STRUCK,
  trusted,
  withinCounties,
} from '@qianshou/service-kit/mongo';
import type { Outbox } from '@qianshou/service-kit/outbox';
import type { ExamOutcomeFilter, ExamOutcomes, Sat } from '../../application/exam/ports.ts';
import { examOutcomeExists, examOutcomeNotFound } from '../../domain/exam/errors.ts';
import type { ExamOutcome, ExamOutcomeEvent } from '../../domain/exam/exam-outcome.ts';
import { withinReach } from '../reference/within-reach.ts';

const text = { type: String, required: true } as const;
const optionalText = { type: String, default: null } as const;
const flag = { type: Boolean, required: true } as const;

const outcomeSchema = aggregateSchema(
  {
    enrolmentId: text,
    classId: text,
    workerId: text,
    countyCode: text,
    employerAgencyId: optionalText,
    organiserAgencyId: optionalText,
    examYear: { type: Number, required: true },
    level: text,
    sat: flag,
    passed: flag,
    recordedAt: { type: Date, required: true },
    struck: STRUCK,
    corrections: { type: [Object], default: [] },
  },
  [
    { keys: { enrolmentId: 1, examYear: 1, level: 1 }, unique: true, where: { struck: null } },
    { keys: { examYear: 1, _id: 1 } },
    { keys: { countyCode: 1, examYear: 1, _id: 1 } },
    { keys: { classId: 1, examYear: 1, _id: 1 } },
    { keys: { workerId: 1, examYear: 1, _id: 1 } },
    { keys: { employerAgencyId: 1, examYear: 1, _id: 1 } },
    { keys: { organiserAgencyId: 1, examYear: 1, _id: 1 } },
  ],
);

export function mongoExamOutcomes(
  connection: Connection,
  outbox: Outbox,
  publish: Publish<ExamOutcome, ExamOutcomeEvent>,
): ExamOutcomes {
  const model = aggregateModel(connection, 'ExamOutcome', outcomeSchema, 'exam_outcomes');
  const store = aggregateStore<ExamOutcome, ExamOutcomeEvent>({
    connection,
    model,
    aggregate: 'exam-outcome',
    personal: true,
    outbox,
    publish,
    notFound: examOutcomeNotFound,
    unique: { enrolmentId: examOutcomeExists },
  });
  return {
    ...store,
    list: (filter, reach, { direction, page }) =>
      keysetPage<ExamOutcome>({
        model,
        filter: {
          ...toFilter(filter),
          ...withinReach(reach, { agencies: ['employerAgencyId', 'organiserAgencyId'] }),
        },
        order: [{ path: 'examYear', direction }],
        page,
      }),
    ofClasses: (classIds) => ofClasses(model, classIds),
  };
}

async function ofClasses(model: AggregateModel, classIds: readonly string[]): Promise<readonly Sat[]> {
  const sums = await model.aggregate<Sat & { readonly _id: string }>([
    { $match: { classId: trusted({ $in: [...classIds] }), struck: null, sat: true } },
    { $group: { _id: '$classId', sat: { $sum: 1 }, passed: { $sum: { $cond: ['$passed', 1, 0] } } } },
  ]);
  return classIds.map((id) => sums.find(({ _id }) => _id === id) ?? { sat: 0, passed: 0 });
}

function toFilter({
  within,
  classId,
  workerId,
  examYear,
  level,
  struck,
}: ExamOutcomeFilter): Record<string, unknown> {
  return {
    ...(within === null ? {} : { countyCode: withinCounties(within) }),
    ...(classId === null ? {} : { classId }),
    ...(workerId === null ? {} : { workerId }),
    ...(examYear === null ? {} : { examYear }),
    ...oneOf('level', level),
    ...(struck ? {} : { struck: null }),
  };
}
