import {
  aggregateModel,
  aggregateSchema,
  aggregateStore,
  type Connection,
  type Publish,
  toState,
} from '@qianshou/service-kit/mongo';
import type { Outbox } from '@qianshou/service-kit/outbox';
import type { LedgerSeals } from '../../application/money/ports.ts';
import type { LedgerSeal, LedgerSealed } from '../../domain/money/ledger-seal.ts';
import { ledgerRecordNotFound } from '../../domain/money/errors.ts';
import { placesIn } from './places-in.ts';

const text = { type: String, required: true } as const;
const number = { type: Number, required: true } as const;

const sealSchema = aggregateSchema(
  {
    countyCode: text,
    year: number,
    no: number,
    entries: number,
    lastHash: text,
    sealedAt: { type: Date, required: true },
  },
  [
    { keys: { countyCode: 1, year: 1, no: 1 }, unique: true },
    // Where anything was ever sealed.
    { keys: { no: 1, countyCode: 1, year: 1 }, where: { no: 1 } },
  ],
);

export function mongoLedgerSeals(
  connection: Connection,
  outbox: Outbox,
  publish: Publish<LedgerSeal, LedgerSealed>,
): LedgerSeals {
  const model = aggregateModel(connection, 'LedgerSeal', sealSchema, 'ledger_seals');
  const store = aggregateStore<LedgerSeal, LedgerSealed>({
    connection,
    model,
    aggregate: 'ledger-seal',
    outbox,
    publish,
    notFound: ledgerRecordNotFound,
  });
  return {
    ...store,
    findLast: async ({ countyCode, year }) => {
      const last = await model.findOne({ countyCode, year }).sort({ no: -1 }).lean();
      return last === null ? null : toState<LedgerSeal>(last);
    },
    places: () => placesIn(model, { no: 1 }),
    listAll: async ({ countyCode, year }) => {
      const found = await model.find({ countyCode, year }).sort({ no: 1 }).lean();
      return found.map((document) => toState<LedgerSeal>(document));
    },
  };
}
