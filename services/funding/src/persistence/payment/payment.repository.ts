import { type CalendarDate, type Fen, fen } from '@qianshou/kernel';
import {
  type AggregateModel,
  aggregateModel,
  aggregateStore,
  type Connection,
  idsOf,
  keysetPage,
  type Publish,
  toState,
  trusted,
} from '@qianshou/service-kit/mongo';
import type { Outbox } from '@qianshou/service-kit/outbox';
import type {
  InstallmentFen,
  Papers,
  PaymentFilter,
  PaymentOrder,
  Payments,
} from '../../application/payment/ports.ts';
import { paymentNotFound } from '../../domain/reference/errors.ts';
import type { AwardId, ContractId, PaymentId } from '../../domain/ids.ts';
import type { Payment, PaymentEvent } from '../../domain/payment/payment-state.ts';
import { paidParts } from '../../domain/payment/payment-bank.ts';
import { joinParts, type SourcePart } from '../../domain/money/source-parts.ts';
import {
  having,
  inPlace,
  inScope,
  inStatus,
  byPlace,
  openIs,
  orderedBy,
  between,
} from '../reference/filters.ts';
import { ofYear } from '../reference/of-year.ts';
import type { PaperRef } from '../../domain/payment/payment-papers.ts';
import { paymentSchema } from './payment.model.ts';

export function mongoPayments(
  connection: Connection,
  outbox: Outbox,
  publish: Publish<Payment, PaymentEvent>,
): Payments {
  const model = aggregateModel(connection, 'Payment', paymentSchema, 'payments');
  const store = aggregateStore<Payment, PaymentEvent>({
    connection,
    model,
    aggregate: 'payment',
    outbox,
    publish,
    notFound: paymentNotFound,
  });
  const takenOfMany = (ids: readonly ContractId[]) => takenOfContracts(model, ids);
  return {
    ...store,
    ofYear: ofYear<Payment>(model),
    list: (filter, page) =>
      keysetPage<Payment>({
        model,
        filter: filterOf(filter),
        ...orderOf(filter),
        page,
      }),
    takenOfMany,
    takenOf: async (id) => (await takenOfMany([id]))[0]?.requested ?? new Map<number, Fen>(),
    takenPartsOf: (contractId, year) => partsOfContract(model, contractId, year),
    findByPaper: (place, paper, ref) => paymentWith(model, place, { paper, ref }),
    findStanding: (contractIds, papers) => standingOf(model, contractIds, papers),
    findOpenIn: (place) => openIn(model, place),
    paidUntil: (place, day) => paidUntil(model, place, day),
    paidOfAwards: (ids) => paidOfAwards(model, ids),
    findOpenOf: (awardId) => openOf(model, awardId),
    expired: (at) => expiredAt(model, at),
  };
}

const ORDERS = {
  AMOUNT: orderedBy('amountFen'),
  PAID_ON: orderedBy('paidOn', true),
} as const satisfies Record<Exclude<PaymentOrder, 'COUNTY_CODE'>, unknown>;

function orderOf({ order, contractId, awardId, payeeAgencyId, open, ...asked }: PaymentFilter) {
  if (order !== 'COUNTY_CODE') return ORDERS[order];
  return byPlace({ open, ranges: [asked.paidOn, asked.amount] }, { contractId, awardId, payeeAgencyId });
}

function filterOf({ contractId, awardId, status, overdue, scope, ...asked }: PaymentFilter) {
  const { payeeAgencyId } = asked;
  return {
    ...inPlace(asked),
    ...having({ contractId, awardId, payeeAgencyId }),
    ...between('paidOn', asked.paidOn),
    ...between('amountFen', asked.amount),
    ...openIs(asked.open, OPEN),
    ...inStatus(status),
    ...(overdue === true ? { overdueSince: trusted({ $ne: null }) } : {}),
    ...inScope(scope, 'payeeAgencyId'),
  };
}

async function openOf(model: AggregateModel, awardId: AwardId): Promise<PaymentId | null> {
  const open = await model.findOne({ awardId, status: trusted({ $nin: RETURNED }) }, { _id: 1 }).lean();
  return (open?._id ?? null) as PaymentId | null;
}

async function partsOfContract(
  model: AggregateModel,
  contractId: ContractId,
  year: number,
): Promise<readonly SourcePart[]> {
  const own = { year, status: trusted({ $nin: RETURNED }) };
  const taken = { contractId, $or: trusted([own, { 'movedFrom.year': year }]) };
  const documents = await model.find(taken).lean();
  const payments = documents.map((document) => toState<Payment>(document));
  return joinParts(payments.flatMap((payment) => partsTakenIn(payment, year)));
}

async function standingOf(
  model: AggregateModel,
  contractIds: readonly ContractId[],
  papers: readonly Papers[],
): Promise<readonly Payment[]> {
  const carrying = papers.flatMap(({ countyCode, year, voucherNo, invoiceNo }) => [
    { countyCode, year, voucherNo },
    ...(invoiceNo === null ? [] : [{ countyCode, year, 'invoice.no': invoiceNo }]),
  ]);
  const either = [{ contractId: trusted({ $in: [...contractIds] }) }, ...carrying];
  const found = await model.find({ status: trusted({ $nin: RETURNED }), $or: trusted(either) }).lean();
  return found.map((document) => toState<Payment>(document));
}

interface Paper {
  readonly paper: 'SLIP' | 'INVOICE';
  readonly ref: PaperRef;
}

async function paymentWith(
  model: AggregateModel,
  { countyCode, year }: Pick<Payment, 'countyCode' | 'year'>,
  { paper, ref: { no, sha256 } }: Paper,
): Promise<PaymentId | null> {
  const [number, digest] =
    paper === 'SLIP' ? (['voucherNo', 'slipSha256'] as const) : (['invoice.no', 'invoice.sha256'] as const);
  const alike = [{ [number]: no }, ...(sha256 === null ? [] : [{ [digest]: sha256 }])];
  const standing = { countyCode, year, status: trusted({ $nin: RETURNED }), $or: trusted(alike) };
  const found = await model.findOne(standing, { _id: 1 }).lean();
  return (found?._id ?? null) as PaymentId | null;
}

async function openIn(
  model: AggregateModel,
  { countyCode, year, programme }: Parameters<Payments['findOpenIn']>[0],
): Promise<readonly PaymentId[]> {
  const open = { countyCode, year, programme, status: trusted({ $in: OPEN }) };
  const found = await model.find(open, { _id: 1 }).sort({ _id: 1 }).limit(MOST_NAMED).lean();
  return found.map(({ _id }) => _id as PaymentId);
}

async function paidUntil(
  model: AggregateModel,
  { countyCode, year, programme }: Parameters<Payments['paidUntil']>[0],
  day: CalendarDate,
): Promise<Fen> {
  const paid = { countyCode, year, programme, status: 'PAID', paidOn: { $lte: day } };
  const [row] = await model.aggregate<{ readonly paid: bigint }>([
    { $match: paid },
    { $group: { _id: null, paid: { $sum: NET } } },
  ]);
  return fen(row?.paid ?? 0n);
}

function expiredAt(model: AggregateModel, at: Date): AsyncIterable<PaymentId> {
  const held = {
    'reservation.status': 'HELD',
    'reservation.expiresAt': trusted({ $lte: at }),
    overdueSince: null,
  };
  return idsOf<PaymentId>(model, held);
}

/** What is neither paid nor returned. */
const OPEN: readonly Payment['status'][] = ['REQUESTED', 'APPROVED', 'INSTRUCTED'];

/** What gave its money back. */
const RETURNED: readonly Payment['status'][] = ['RETURNED', 'BANK_RETURNED'];

const MOST_NAMED = 20;

function partsTakenIn(payment: Payment, year: number): readonly SourcePart[] {
  const { movedFrom } = payment;
  return (movedFrom?.year === year ? movedFrom.sources : paidParts(payment)) ?? [];
}

/** What was asked for or paid, less what came back of it in parts. */
const NET = { $subtract: ['$amountFen', { $sum: '$refunds.amountFen' }] };

interface TakenRow {
  readonly _id: { readonly contractId: string; readonly installmentNo: number };
  readonly requested: bigint;
  readonly paid: bigint;
  readonly approved: bigint;
  readonly invoiced: bigint;
}

async function takenOfContracts(
  model: AggregateModel,
  ids: readonly ContractId[],
): Promise<readonly InstallmentFen[]> {
  const rows = await model.aggregate<TakenRow>([
    { $match: { contractId: { $in: [...ids] }, status: { $nin: RETURNED } } },
    {
      $group: {
        _id: { contractId: '$contractId', installmentNo: '$installmentNo' },
        requested: { $sum: NET },
        paid: { $sum: { $cond: [{ $eq: ['$status', 'PAID'] }, NET, 0n] } },
        approved: { $sum: { $cond: [{ $eq: ['$status', 'REQUESTED'] }, 0n, NET] } },
        invoiced: { $sum: { $cond: [{ $eq: [{ $type: '$invoice.no' }, 'string'] }, NET, 0n] } },
      },
    },
  ]);
  const sumsOf = (id: ContractId, sum: keyof InstallmentFen) =>
    new Map(
      rows.filter((row) => row._id.contractId === id).map((row) => [row._id.installmentNo, fen(row[sum])]),
    );
  return ids.map((id) => ({
    requested: sumsOf(id, 'requested'),
    paid: sumsOf(id, 'paid'),
    approved: sumsOf(id, 'approved'),
    invoiced: sumsOf(id, 'invoiced'),
  }));
}

async function paidOfAwards(model: AggregateModel, ids: readonly AwardId[]): Promise<readonly Fen[]> {
  const rows = await model.aggregate<{ readonly _id: string; readonly paid: bigint }>([
    { $match: { awardId: { $in: [...ids] }, status: 'PAID' } },
    { $group: { _id: '$awardId', paid: { $sum: NET } } },
  ]);
  const paid = new Map(rows.map((row) => [row._id, fen(row.paid)]));
  return ids.map((id) => paid.get(id) ?? fen(0n));
}
