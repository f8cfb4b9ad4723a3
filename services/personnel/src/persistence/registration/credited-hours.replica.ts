import { aggregateModel, aggregateSchema, type Connection, trusted } from '@qianshou/service-kit/mongo';
import type { CreditedHours } from '../../application/registration/ports.ts';
import type { WorkerId } from '../../domain/ids.ts';
import type { CreditedYear } from '../../domain/registration/registration-period.ts';

const number = { type: Number, required: true } as const;
const text = { type: String, required: true } as const;

const creditedSchema = aggregateSchema(
  { workerId: text, year: number, hours: number, days: [{ _id: false, on: text, hours: number }] },
  [{ keys: { workerId: 1, year: 1 } }],
);

interface Stored extends CreditedYear {
  readonly workerId: WorkerId;
}

/** Fed by training's events. */
export function mongoCreditedHours(connection: Connection): CreditedHours {
  const model = aggregateModel(connection, 'CreditedHoursReplica', creditedSchema, 'credited_hours_replicas');
  return {
    ofWorkers: async (ids) => {
      const found = await model
        .find({ workerId: trusted({ $in: [...new Set(ids)] }) })
        .sort({ workerId: 1, year: 1 })
        .lean<Stored[]>();
      return ids.map((id) =>
        found
          .filter(({ workerId }) => workerId === id)
          .map(({ year, hours, days }) => ({ year, hours, days })),
      );
    },
    put: async (workerId, { year, hours, days }) => {
      const _id = `${workerId}:${year}`;
      const credited = { _id, version: 1, workerId, year, hours, days: [...days] };
      await model.replaceOne({ _id }, credited, { upsert: true });
    },
  };
}
