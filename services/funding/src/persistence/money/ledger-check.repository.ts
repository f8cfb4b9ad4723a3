import {
  aggregateModel,
  aggregateSchema,
  aggregateStore,
  type Connection,
  keysetPage,
  type Publish,
} from '@qianshou/service-kit/mongo';
import type { Outbox } from '@qianshou/service-kit/outbox';
import type { LedgerChecks } from '../../application/money/ports.ts';
import { ledgerRecordNotFound } from '../../domain/money/errors.ts';
import type { LedgerCheck, LedgerChecked } from '../../domain/money/ledger-check.ts';
import { placesIn } from './places-in.ts';

const text = { type: String, required: true } as const;
const optionalText = { type: String, default: null } as const;
const number = { type: Number, required: true } as const;

const checkSchema = aggregateSchema(
  {
    countyCode: text,
    year: number,
    month: text,
    checkedAt: { type: Date, required: true },
    entries: number,
    // A journal without entries has none.
    lastHash: { type: String, default: '' },
    balanced: { type: Boolean, required: true },
    findings: [
      {
        _id: false,
        kind: text,
        no: { type: Number, default: null },
        account: optionalText,
        objectId: optionalText,
        differenceFen: { type: BigInt, default: null },
      },
    ],
  },
  [
    { keys: { month: 1, countyCode: 1, year: 1 }, unique: true },
    { keys: { countyCode: 1, year: 1, month: -1, _id: -1 } },
  ],
);

export function mongoLedgerChecks(
  connection: Connection,
  outbox: Outbox,
  publish: Publish<LedgerCheck, LedgerChecked>,
): LedgerChecks {
  const model = aggregateModel(connection, 'LedgerCheck', checkSchema, 'ledger_checks');
  const store = aggregateStore<LedgerCheck, LedgerChecked>({
    connection,
    model,
    aggregate: 'ledger-check',
    outbox,
    publish,
    notFound: ledgerRecordNotFound,
  });
  return {
    ...store,
    placesOf: (month) => placesIn(model, { month }),
    list: ({ countyCode, year }, page) =>
      keysetPage<LedgerCheck>({
        model,
        filter: { countyCode, year },
        order: [{ path: 'month', direction: 'DESC' }],
        page,
      }),
  };
}
