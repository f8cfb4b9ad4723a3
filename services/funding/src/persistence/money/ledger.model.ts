import { aggregateSchema } from '@qianshou/service-kit/mongo';
import { partsField } from '../reference/source-parts.schema.ts';

const text = { type: String, required: true } as const;
const optionalText = { type: String, default: null } as const;
const amount = { type: BigInt, required: true } as const;
const number = { type: Number, required: true } as const;

const place = { countyCode: text, year: number };
const cap = { type: { _id: false, baseFen: amount, percent: number }, default: null } as const;

/** One guard per county and year, named after both; its version is the number of the last entry. */
export const ledgerSchema = aggregateSchema(
  {
    ...place,
    lastHash: text,
    balances: { type: Map, of: BigInt, required: true },
    // Absent in guards of before it was kept: counted from the journal once.
    parts: { type: Map, of: BigInt, default: null },
    cap,
  },
  [],
);

/** One document per line, written once: its version is 1 for ever. */
export const journalSchema = aggregateSchema(
  {
    ...place,
    no: number,
    kind: text,
    idempotencyKey: text,
    postings: [{ _id: false, account: text, fen: amount }],
    parts: partsField,
    reference: {
      budgetPlanId: text,
      contractId: optionalText,
      awardId: optionalText,
      paymentId: optionalText,
    },
    actor: text,
    approver: optionalText,
    reverses: optionalText,
    cap,
    origin: optionalText,
    at: { type: Date, required: true },
    // The first entry has none before it.
    previousHash: { type: String, default: '' },
    hash: text,
  },
  [
    { keys: { countyCode: 1, year: 1, no: 1 }, unique: true },
    // The order of the list, whose ties the id would break.
    { keys: { countyCode: 1, year: 1, no: 1, _id: 1 } },
    { keys: { idempotencyKey: 1, countyCode: 1, year: 1 }, unique: true },
    { keys: { reverses: 1 }, unique: true, where: { reverses: { $type: 'string' } } },
  ],
);
