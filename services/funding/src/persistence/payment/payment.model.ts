import { aggregateSchema, EVIDENCE } from '@qianshou/service-kit/mongo';
import { LATEST_FIRST_KEYS } from '../reference/filters.ts';
import { carriedOverField, partsField } from '../reference/source-parts.schema.ts';

const text = { type: String, required: true } as const;
const optionalText = { type: String, default: null } as const;
const moment = { type: Date, required: true } as const;
const amount = { type: BigInt, required: true } as const;

export const paymentSchema = aggregateSchema(
  {
    countyCode: text,
    year: { type: Number, required: true },
    programme: text,
    budgetPlanId: text,
    contractId: optionalText,
    installmentNo: { type: Number, default: null },
    awardId: optionalText,
    payeeAgencyId: optionalText,
    stationIds: [text],
    amountFen: amount,
    sources: partsField,
    movedFrom: carriedOverField,
    invoice: { type: { _id: false, no: text, sha256: optionalText }, default: null },
    instructed: { type: { _id: false, by: text, on: text }, default: null },
    slipSha256: optionalText,
    enteredFrom: EVIDENCE,
    refunds: [
      {
        _id: false,
        no: { type: Number, required: true },
        amountFen: amount,
        sources: partsField,
        receivedOn: text,
        slipNo: text,
        note: text,
        by: text,
      },
    ],
    requestedBy: text,
    requestedAt: moment,
    reservation: { amountFen: amount, expiresAt: moment, status: text },
    status: text,
    approvedBy: optionalText,
    paidBy: optionalText,
    overdueSince: { type: Date, default: null },
    voucherNo: optionalText,
    paidOn: optionalText,
    returned: { type: { _id: false, reason: text, note: String, by: text, at: moment }, default: null },
  },
  [
    { keys: LATEST_FIRST_KEYS },
    { keys: { contractId: 1, ...LATEST_FIRST_KEYS } },
    { keys: { awardId: 1, ...LATEST_FIRST_KEYS } },
    { keys: { amountFen: 1, _id: 1 } },
    { keys: { paidOn: 1, _id: 1 } },
    // Which payment a slip or an invoice stands on.
    { keys: { voucherNo: 1, countyCode: 1, year: 1 } },
    { keys: { 'invoice.no': 1, countyCode: 1, year: 1 } },
    { keys: { payeeAgencyId: 1, ...LATEST_FIRST_KEYS } },
    // What the job looks for: only money that is still set aside can expire.
    { keys: { 'reservation.expiresAt': 1 }, where: { 'reservation.status': 'HELD' } },
  ],
);
