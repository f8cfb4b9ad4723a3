import { aggregateSchema } from '@qianshou/service-kit/mongo';
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
    { keys: { payeeAgencyId: 1, ...LATEST_FIRST_KEYS } },
    // What the job looks for: only money that is still set aside can expire.
    { keys: { 'reservation.expiresAt': 1 }, where: { 'reservation.status': 'HELD' } },
  ],
);
