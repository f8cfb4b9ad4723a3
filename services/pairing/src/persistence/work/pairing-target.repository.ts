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
import type { Targets } from '../../application/work/ports.ts';
import type { PairingTarget, TargetEvent } from '../../domain/work/pairing-target.ts';
import { targetNotFound } from '../../domain/work/errors.ts';
import {
  correctedFields,
  isStruck,
  ownerIndex,
  recordFields,
  recordFilter,
  recordIndexes,
} from './pairing-record.ts';

const text = { type: String, required: true } as const;
const number = { type: Number, required: true } as const;

const targetSchema = aggregateSchema(
  {
    ...recordFields,
    taskGroup: text,
    indicator: text,
    unit: text,
    targetValue: number,
    achievedValue: number,
    progress: [
      {
        _id: false,
        no: number,
        achievedValue: number,
        recordedOn: text,
        struck: STRUCK,
        corrections: [{ ...correctedFields, achievedValue: number }],
      },
    ],
    dueOn: text,
    struck: STRUCK,
    corrections: [
      {
        ...correctedFields,
        taskGroup: text,
        indicator: text,
        unit: text,
        targetValue: number,
        dueOn: text,
      },
    ],
  },
  recordIndexes('dueOn', 'taskGroup'),
);

export function mongoTargets(
  connection: Connection,
  outbox: Outbox,
  publish: Publish<PairingTarget, TargetEvent>,
): Targets {
  const model = aggregateModel(connection, 'PairingTarget', targetSchema, 'pairing_targets');
  const store = aggregateStore<PairingTarget, TargetEvent>({
    connection,
    model,
    aggregate: 'pairing-target',
    outbox,
    publish,
    notFound: targetNotFound,
  });
  return {
    ...store,
    standingGroups: async (pairingId) => {
      const targets = await model.find({ pairingId, struck: null }).lean();
      return [...new Set(targets.map((each) => toState<PairingTarget>(each).taskGroup))];
    },
    list: (filter, direction, page) =>
      keysetPage<PairingTarget>({
        model,
        filter: {
          ...recordFilter(filter, 'dueOn'),
          ...oneOf('taskGroup', filter.taskGroup),
          ...isStruck(filter.struck),
        },
        order: [{ path: 'dueOn', direction }],
        ...ownerIndex(filter, 'dueOn'),
        page,
      }),
  };
}
