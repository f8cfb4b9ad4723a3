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
import type { Activities } from '../../application/work/ports.ts';
import type { ActivityEvent, SupportActivity } from '../../domain/work/support-activity.ts';
import { activityNotFound } from '../../domain/work/errors.ts';
import {
  CONFIRMATION,
  correctedFields,
  isStruck,
  ownerIndex,
  recordFields,
  recordFilter,
  recordIndexes,
} from './pairing-record.ts';

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
    struck: STRUCK,
    confirmation: CONFIRMATION,
    corrections: [
      {
        ...correctedFields,
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
    ],
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
    lastHeldOn: async (pairingId, taskGroup) => {
      const standing = { pairingId, taskGroup, struck: null };
      const last = await model.findOne(standing).sort({ heldOn: -1 }).lean();
      return last === null ? null : toState<SupportActivity>(last).heldOn;
    },
    list: (filter, direction, page) =>
      keysetPage<SupportActivity>({
        model,
        filter: {
          ...recordFilter(filter, 'heldOn'),
          ...oneOf('taskGroup', filter.taskGroup),
          ...oneOf('kind', filter.kind),
          ...isStruck(filter.struck),
        },
        order: [{ path: 'heldOn', direction }],
        ...ownerIndex(filter, 'heldOn'),
        page,
      }),
  };
}
