import {
  type AggregateModel,
  aggregateModel,
  aggregateSchema,
  aggregateStore,
  type Connection,
  keysetPage,
  type Publish,
  toState,
  trusted,
} from '@qianshou/service-kit/mongo';
import type { Outbox } from '@qianshou/service-kit/outbox';
import type { ClocksOfPersons } from '../../application/clock/ports.ts';
import type { ClockEvent } from '../../domain/clock/clock-events.ts';
import type { PersonClocks } from '../../domain/clock/person-clock.ts';
import type { WorkerId } from '../../domain/ids.ts';
import { workerNotFound } from '../../domain/worker/errors.ts';
import { deadlineRows } from './deadline.rows.ts';

const text = { type: String, required: true } as const;
const optionalText = { type: String, default: null } as const;
const optionalNumber = { type: Number, default: null } as const;

const clocksSchema = aggregateSchema(
  {
    workerId: text,
    countyCode: text,
    employerAgencyId: optionalText,
    registration: text,
    clocks: [
      {
        _id: false,
        kind: text,
        subjectId: text,
        qualificationId: optionalText,
        startedOn: text,
        dueOn: text,
        hoursMissing: optionalNumber,
        standing: text,
        warnedAt: optionalNumber,
      },
    ],
    asOf: text,
    reviewFrom: optionalText,
  },
  [
    { keys: { workerId: 1 }, unique: true },
    // What the sweep walks: nothing in it that the day cannot change.
    { keys: { reviewFrom: 1, _id: 1 }, where: { reviewFrom: { $type: 'string' } } },
  ],
);

export function mongoPersonClocks(
  connection: Connection,
  outbox: Outbox,
  publish: Publish<PersonClocks, ClockEvent>,
): ClocksOfPersons {
  const model = aggregateModel(connection, 'PersonClocks', clocksSchema, 'person_clocks');
  const rows = deadlineRows(connection);
  const store = aggregateStore<PersonClocks, ClockEvent>({
    connection,
    model,
    aggregate: 'clocks',
    personal: true,
    outbox,
    publish,
    notFound: workerNotFound,
  });
  return {
    ...store,
    save: async (change) => {
      const saved = await store.save(change);
      await rows.ofPerson(change.state);
      return saved;
    },
    findOf: async (workerId) => {
      const found = await model.findOne({ workerId }).lean();
      return found === null ? null : toState<PersonClocks>(found);
    },
    listDue: (on, page) =>
      keysetPage<PersonClocks>({
        model,
        filter: { reviewFrom: trusted({ $type: 'string', $lte: on }) },
        order: [{ path: 'reviewFrom', direction: 'ASC' }],
        page,
      }),
    clockedAmong: (workerIds) => clockedAmong(model, workerIds),
  };
}

async function clockedAmong(
  model: AggregateModel,
  workerIds: readonly WorkerId[],
): Promise<ReadonlySet<WorkerId>> {
  const among = { workerId: trusted({ $in: [...workerIds] }) };
  const found = await model.find(among, { workerId: 1 }).lean<{ readonly workerId: WorkerId }[]>();
  return new Set(found.map(({ workerId }) => workerId));
}
