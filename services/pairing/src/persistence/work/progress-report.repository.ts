import {
  aggregateModel,
  aggregateSchema,
  aggregateStore,
  type Connection,
  keysetPage,
  oneOf,
  type Publish,
  toState,
} from '@qianshou/service-kit/mongo';
import type { Outbox } from '@qianshou/service-kit/outbox';
import type { Reports } from '../../application/work/ports.ts';
import type { ProgressReport, ReportEvent } from '../../domain/work/progress-report.ts';
import { reportExists, reportNotFound } from '../../domain/work/errors.ts';
import { concernedFilter, concernedIndexes, ownerIndex, recordFields } from './pairing-record.ts';

const text = { type: String, required: true } as const;
const number = { type: Number, required: true } as const;
const optionalText = { type: String, default: null } as const;

const reportSchema = aggregateSchema(
  {
    ...recordFields,
    period: number,
    startsOn: text,
    endsOn: text,
    dueOn: text,
    submittedOn: text,
    late: { type: Boolean, required: true },
    figures: [{ _id: false, taskGroup: text, indicator: text, value: number, unit: text }],
    problems: optionalText,
    status: text,
    acceptedOn: optionalText,
    returnReason: optionalText,
  },
  [...concernedIndexes('dueOn', 'status', 'late'), { keys: { pairingId: 1, period: 1 }, unique: true }],
);

export function mongoReports(
  connection: Connection,
  outbox: Outbox,
  publish: Publish<ProgressReport, ReportEvent>,
): Reports {
  const model = aggregateModel(connection, 'ProgressReport', reportSchema, 'progress_reports');
  const store = aggregateStore<ProgressReport, ReportEvent>({
    connection,
    model,
    aggregate: 'progress-report',
    outbox,
    publish,
    notFound: reportNotFound,
    unique: { pairingId: reportExists },
  });
  return {
    ...store,
    findOfPeriod: async (pairingId, period) => {
      const document = await model.findOne({ pairingId, period }).lean();
      return document === null ? null : toState<ProgressReport>(document);
    },
    list: (filter, direction, page) =>
      keysetPage<ProgressReport>({
        model,
        filter: {
          ...concernedFilter(filter, 'dueOn'),
          ...oneOf('status', filter.status),
          ...(filter.late === null ? {} : { late: filter.late }),
        },
        order: [{ path: 'dueOn', direction }],
        ...ownerIndex(filter, 'dueOn'),
        page,
      }),
  };
}
