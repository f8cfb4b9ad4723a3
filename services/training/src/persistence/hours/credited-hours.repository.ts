import {
  aggregateModel,
  aggregateSchema,
  aggregateStore,
  type Connection,
  type Publish,
  toState,
  trusted,
} from '@qianshou/service-kit/mongo';
import type { Outbox } from '@qianshou/service-kit/outbox';
import type { HoursOfYears } from '../../application/hours/ports.ts';
import { certificateNotFound } from '../../domain/errors.ts';
import type { CreditedHours, HoursCredited } from '../../domain/hours/credited-hours.ts';

const text = { type: String, required: true } as const;
const number = { type: Number, required: true } as const;

const hoursSchema = aggregateSchema(
  {
    workerId: text,
    year: number,
    countyCode: text,
    hours: number,
    days: [{ _id: false, on: text, hours: number }],
  },
  [{ keys: { workerId: 1, year: 1 }, unique: true }],
);

export function mongoHoursOfYears(
  connection: Connection,
  outbox: Outbox,
  publish: Publish<CreditedHours, HoursCredited>,
): HoursOfYears {
  const model = aggregateModel(connection, 'CreditedHours', hoursSchema, 'credited_hours');
  const { saveMany } = aggregateStore<CreditedHours, HoursCredited>({
    connection,
    model,
    aggregate: 'credited-hours',
    personal: true,
    outbox,
    publish,
    notFound: certificateNotFound,
  });
  return {
    saveMany,
    ofWorkers: async (workerIds) => {
      const documents = await model
        .find({ workerId: trusted({ $in: [...workerIds] }) })
        .sort({ workerId: 1, year: 1 })
        .lean();
      return documents.map((document) => toState<CreditedHours>(document));
    },
  };
}
