import {
  aggregateModel,
  aggregateSchema,
  aggregateStore,
  type Connection,
  keysetPage,
  oneOf,
  type Publish,
  STRUCK,
  toState,
} from '@qianshou/service-kit/mongo';
import type { Outbox } from '@qianshou/service-kit/outbox';
import type { Dispatches, DispatchFilter } from '../../application/work/ports.ts';
import type { DispatchAssignment } from '../../domain/work/dispatch-assignment.ts';
import type { DispatchEvent } from '../../domain/work/dispatch-events.ts';
import { dispatchNotFound } from '../../domain/work/errors.ts';
import {
  CONFIRMATION,
  correctedFields,
  ownerIndex,
  recordFields,
  recordFilter,
  recordIndexes,
} from './pairing-record.ts';

const text = { type: String, required: true } as const;

const dispatchSchema = aggregateSchema(
  {
    ...recordFields,
    workerId: text,
    role: text,
    mode: text,
    arrivedOn: text,
    status: text,
    leftOn: { type: String, default: null },
    workingDays: { type: Number, default: null },
    struck: STRUCK,
    confirmation: CONFIRMATION,
    corrections: [
      {
        ...correctedFields,
        role: text,
        mode: text,
        arrivedOn: text,
        leftOn: { type: String, default: null },
        workingDays: { type: Number, default: null },
      },
    ],
  },
  [...recordIndexes('arrivedOn', 'status'), { keys: { workerId: 1, arrivedOn: 1, _id: 1 } }],
);

export function mongoDispatches(
  connection: Connection,
  outbox: Outbox,
  publish: Publish<DispatchAssignment, DispatchEvent>,
): Dispatches {
  const model = aggregateModel(connection, 'DispatchAssignment', dispatchSchema, 'dispatch_assignments');
  const store = aggregateStore<DispatchAssignment, DispatchEvent>({
    connection,
    model,
    aggregate: 'dispatch-assignment',
    outbox,
    publish,
    notFound: dispatchNotFound,
  });
  return {
    ...store,
    listOfWorker: async (workerId) => {
      const documents = await model.find({ workerId }).sort({ arrivedOn: 1 }).lean();
      return documents.map((document) => toState<DispatchAssignment>(document));
    },
    list: (filter, direction, page) =>
      keysetPage<DispatchAssignment>({
        model,
        filter: toFilter(filter),
        order: [{ path: 'arrivedOn', direction }],
        ...indexOf(filter),
        page,
      }),
  };
}

function toFilter({ workerId, status, ...of }: DispatchFilter): Record<string, unknown> {
  return {
    ...recordFilter(of, 'arrivedOn'),
    ...(workerId === null ? {} : { workerId }),
    ...oneOf('status', status),
  };
}

function indexOf(filter: DispatchFilter) {
  if (filter.workerId !== null) return { index: { workerId: 1, arrivedOn: 1, _id: 1 } as const };
  return ownerIndex(filter, 'arrivedOn');
}
