import {
  aggregateModel,
  aggregateSchema,
  aggregateStore,
  type Connection,
  keysetPage,
  type Publish,
} from '@qianshou/service-kit/mongo';
import type { Outbox } from '@qianshou/service-kit/outbox';
import type { CapBreaches } from '../../application/budget/ports.ts';
import type { CapBreach, CapBreachRejected } from '../../domain/budget/cap-breach.ts';
import { budgetNotFound } from '../../domain/budget/errors.ts';

const text = { type: String, required: true } as const;

const breachSchema = aggregateSchema(
  {
    countyCode: text,
    year: { type: Number, required: true },
    budgetPlanId: { type: String, default: null },
    operation: text,
    askedFen: { type: BigInt, required: true },
    capFen: { type: BigInt, default: null },
    by: text,
    requestKey: { type: String, default: '' },
    rejectedAt: { type: Date, required: true },
  },
  [
    { keys: { requestKey: 1, operation: 1, by: 1 }, unique: true },
    { keys: { countyCode: 1, year: 1, rejectedAt: -1, _id: -1 } },
  ],
);

export function mongoCapBreaches(
  connection: Connection,
  outbox: Outbox,
  publish: Publish<CapBreach, CapBreachRejected>,
): CapBreaches {
  const model = aggregateModel(connection, 'CapBreach', breachSchema, 'cap_breaches');
  const store = aggregateStore<CapBreach, CapBreachRejected>({
    connection,
    model,
    aggregate: 'cap-breach',
    outbox,
    publish,
    notFound: budgetNotFound,
  });
  return {
    ...store,
    has: async ({ requestKey, operation, by }) =>
      (await model.exists({ requestKey, operation, by }).lean()) !== null,
    list: ({ countyCode, year }, page) =>
      keysetPage<CapBreach>({
        model,
        filter: { countyCode, year },
        order: [{ path: 'rejectedAt', direction: 'DESC' }],
        page,
      }),
  };
}
