import { type Fen, fen } from '@qianshou/kernel';
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
import type { InstallmentFen, Payments } from '../../application/payment/ports.ts';
import { paymentNotFound } from '../../domain/reference/errors.ts';
import type { ContractId, PaymentId } from '../../domain/ids.ts';
import type { Payment, PaymentEvent } from '../../domain/payment/payment.ts';
import { joinParts, type SourcePart } from '../../domain/money/source-parts.ts';
import { having, inPlace, inScope, inStatus, LATEST_FIRST } from '../reference/filters.ts';
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
    list: ({ contractId, awardId, status, overdue, scope, ...place }, page) =>
      keysetPage<Payment>({
        model,
        filter: {
          ...inPlace(place),
          ...having({ contractId, awardId }),
          ...inStatus(status),
          ...(overdue === true ? { overdueSince: trusted({ $ne: null }) } : {}),
          ...inScope(scope, 'payeeAgencyId'),
        },
        order: LATEST_FIRST,
        page,
      }),
    takenOfMany,
    takenOf: async (id) => (await takenOfMany([id]))[0]?.requested ?? new Map<number, Fen>(),
    takenPartsOf: (contractId, year) => partsOfContract(model, contractId, year),
    findOpenIn: (place) => openIn(model, place),
    findOpenOf: async (awardId) => {
      const open = await model.findOne({ awardId, status: trusted({ $ne: 'RETURNED' }) }, { _id: 1 }).lean();
      return (open?._id ?? null) as PaymentId | null;
    },
    expired: (at) => expiredAt(model, at),
  };
}

async function partsOfContract(
  model: AggregateModel,
  contractId: ContractId,
  year: number,
): Promise<readonly SourcePart[]> {
  const own = { year, status: trusted({ $ne: 'RETURNED' }) };
  const taken = { contractId, $or: trusted([own, { 'movedFrom.year': year }]) };
  const documents = await model.find(taken).lean();
  const payments = documents.map((document) => toState<Payment>(document));
  return joinParts(payments.flatMap((payment) => partsTakenIn(payment, year)));
}

async function openIn(
  model: AggregateModel,
  { countyCode, year, programme }: Parameters<Payments['findOpenIn']>[0],
): Promise<readonly PaymentId[]> {
  const open = { countyCode, year, programme, status: trusted({ $in: OPEN }) };
  const found = await model.find(open, { _id: 1 }).sort({ _id: 1 }).limit(MOST_NAMED).lean();
  return found.map(({ _id }) => _id as PaymentId);
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
const OPEN: readonly Payment['status'][] = ['REQUESTED', 'APPROVED'];

const MOST_NAMED = 20;

function partsTakenIn({ movedFrom, sources }: Payment, year: number): readonly SourcePart[] {
  return (movedFrom?.year === year ? movedFrom.sources : sources) ?? [];
}

interface TakenRow {
  readonly _id: { readonly contractId: string; readonly installmentNo: number };
  readonly requested: bigint;
  readonly paid: bigint;
}

async function takenOfContracts(
  model: AggregateModel,
  ids: readonly ContractId[],
): Promise<readonly InstallmentFen[]> {
  const rows = await model.aggregate<TakenRow>([
    { $match: { contractId: { $in: [...ids] }, status: { $ne: 'RETURNED' } } },
    {
      $group: {
        _id: { contractId: '$contractId', installmentNo: '$installmentNo' },
        requested: { $sum: '$amountFen' },
        paid: { $sum: { $cond: [{ $eq: ['$status', 'PAID'] }, '$amountFen', 0n] } },
      },
    },
  ]);
  const sumsOf = (id: ContractId, sum: 'requested' | 'paid') =>
    new Map(
      rows.filter((row) => row._id.contractId === id).map((row) => [row._id.installmentNo, fen(row[sum])]),
    );
  return ids.map((id) => ({ requested: sumsOf(id, 'requested'), paid: sumsOf(id, 'paid') }));
}
