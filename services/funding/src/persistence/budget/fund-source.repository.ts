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
import type { FundSources } from '../../application/budget/ports.ts';
import { budgetNotFound } from '../../domain/budget/errors.ts';
import type { FundSource, SourceRegistered } from '../../domain/budget/fund-source.ts';

const text = { type: String, required: true } as const;

const sourceSchema = aggregateSchema(
  {
    countyCode: text,
    year: { type: Number, required: true },
    programme: text,
    kind: text,
    amountFen: { type: BigInt, required: true },
    budgetPlanId: text,
    note: { type: String, default: null },
    usableUntil: { type: String, default: null },
  },
  [{ keys: { budgetPlanId: 1, kind: 1 }, unique: true }],
);

export function mongoFundSources(
  connection: Connection,
  outbox: Outbox,
  publish: Publish<FundSource, SourceRegistered>,
): FundSources {
  const model = aggregateModel(connection, 'FundSource', sourceSchema, 'fund_sources');
  const store = aggregateStore<FundSource, SourceRegistered>({
    connection,
    model,
    aggregate: 'fund-source',
    outbox,
    publish,
    notFound: budgetNotFound,
  });
  return {
    ...store,
    findByPlans: async (ids) => {
      const documents = await model
        .find({ budgetPlanId: trusted({ $in: [...ids] }) })
        .sort({ budgetPlanId: 1, kind: 1 })
        .lean();
      const sources = documents.map((document) => toState<FundSource>(document));
      return ids.map((id) => sources.filter(({ budgetPlanId }) => budgetPlanId === id));
    },
  };
}
