import { optional, pageOf, toConnection } from '@qianshou/service-kit/graphql';
import { allowedPaymentActions } from '../domain/allowed-actions.ts';
import { awardId, contractId, paymentId } from '../domain/ids.ts';
import type { PaymentResolvers, QueryResolvers } from './generated/resolvers.ts';
import { placeOf } from './parse.ts';
import { visiblePayment } from './visible.ts';

export const paymentQueries = {
  payment: async (_root, { id }, { loaders, actor }) =>
    visiblePayment(await loaders.payment.load(paymentId(id)), actor),
  payments: async (_root, { where, ...args }, { useCases, actor }) => {
    const filter = {
      ...placeOf(where),
      contractId: optional(where?.contractId?.eq, contractId),
      awardId: optional(where?.awardId?.eq, awardId),
      status: where?.status?.in ?? null,
    };
    return toConnection(await useCases.listPayments(filter, pageOf(args), actor));
  },
} satisfies Partial<QueryResolvers>;

export const Payment: PaymentResolvers = {
  __resolveReference: async ({ id }, { loaders, actor }) =>
    visiblePayment(await loaders.payment.load(paymentId(id)), actor),
  county: ({ countyCode }) => ({ code: countyCode }),
  contract: ({ contractId: id }, _args, { loaders }) => (id === null ? null : loaders.contract.load(id)),
  award: ({ awardId: id }, _args, { loaders }) => (id === null ? null : loaders.award.load(id)),
  payee: ({ payeeAgencyId: id }) => optional(id, (known) => ({ id: known })),
  stations: ({ stationIds }) => stationIds.map((id) => ({ id })),
  amount: ({ amountFen }) => amountFen,
  expiresAt: ({ reservation }) => reservation.expiresAt,
  returnReason: ({ returned }) => returned?.reason ?? null,
  returnNote: ({ returned }) => returned?.note ?? null,
  allowedActions: (payment, _args, { actor }) => [...allowedPaymentActions(actor, payment)],
};
