import { type Fen, fen } from '@qianshou/kernel';
import {
  type AggregateModel,
  aggregateModel,
  aggregateStore,
  type Connection,
  idsOf,
  keysetPage,
  type Publish,
  trusted,
} from '@qianshou/service-kit/mongo';
import type { Outbox } from '@qianshou/service-kit/outbox';
import type { InstallmentFen, Payments } from '../../application/payment/ports.ts';
import { paymentNotFound } from '../../domain/reference/errors.ts';
import type { ContractId, PaymentId } from '../../domain/ids.ts';
import type { Payment, PaymentEvent } from '../../domain/payment/payment.ts';
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
    findOpenOf: async (awardId) => {
      const open = await model.findOne({ awardId, status: trusted({ $ne: 'RETURNED' }) }, { _id: 1 }).lean();
      return (open?._id ?? null) as PaymentId | null;
    },
    expired: (at) => expiredAt(model, at),
  };
}

function expiredAt(model: AggregateModel, at: Date): AsyncIterable<PaymentId> {
  const held = {
    'reservation.status': 'HELD',
    'reservation.expiresAt': trusted({ $lte: at }),
    overdueSince: null,
  };
  return idsOf<PaymentId>(model, held);
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
