import {
  aggregateModel,
  aggregateSchema,
  aggregateStore,
  type Connection,
  keysetPage,
  type Publish,
} from '@qianshou/service-kit/mongo';
import type { Outbox } from '@qianshou/service-kit/outbox';
import type { Activities } from '../application/ports-of-work.ts';
import type { ActivityEvent, SupportActivity } from '../domain/support-activity.ts';
import { activityNotFound } from '../domain/work-errors.ts';
import { oneOf, recordFields, recordFilter, recordIndexes } from './pairing-record.ts';

const text = { type: String, required: true } as const;
const number = { type: Number, required: true } as const;

const activitySchema = aggregateSchema(
  {
    ...recordFields,
    taskGroup: text,
    kind: text,
    onsite: { type: Boolean, required: true },
    heldOn: text,
    hours: number,
    participants: number,
    documentsIssued: number,
    evidenceUrls: [text],
    note: { type: String, default: null },
  },
  recordIndexes('heldOn', 'taskGroup', 'kind'),
);

export function mongoActivities(
  connection: Connection,
  outbox: Outbox,
  publish: Publish<SupportActivity, ActivityEvent>,
): Activities {
  const model = aggregateModel(connection, 'SupportActivity', activitySchema, 'support_activities');
  const store = aggregateStore<SupportActivity, ActivityEvent>({
    connection,
    model,
    aggregate: 'support-activity',
    outbox,
    publish,
    notFound: activityNotFound,
  });
  return {
    ...store,
    list: (filter, direction, page) =>
      keysetPage<SupportActivity>({
        model,
        filter: {
          ...recordFilter(filter),
          ...oneOf('taskGroup', filter.taskGroup),
          ...oneOf('kind', filter.kind),
        },
        order: [{ path: 'heldOn', direction }],
        page,
      }),
  };
}
