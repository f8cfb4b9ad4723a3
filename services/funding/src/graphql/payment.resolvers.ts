import { history } from '@qianshou/service-kit/audit';
import { optional, pageOf, toConnection } from '@qianshou/service-kit/graphql';
import { allowedPaymentActions } from '../domain/allowed-actions.ts';
import { awardId, contractId, paymentId } from '../domain/ids.ts';
import type { PaymentFilter, PaymentResolvers, QueryResolvers } from './generated/resolvers.ts';
import { placeOf } from './parse.ts';
import { visiblePayment } from './visible.ts';

export const paymentQueries = {
  payment: async (_root, { id }, { loaders, actor }) =>
    visiblePayment(await loaders.payment.load(paymentId(id)), actor),
  payments: async (_root, { where, ...args }, { useCases, actor }) => {
    return toConnection(await useCases.listPayments(filterFrom(where), pageOf(args), actor));
  },
} satisfies Partial<QueryResolvers>;

function filterFrom(where: PaymentFilter | null | undefined) {
  const { contractId: ofContract, awardId: ofAward, status, overdue = null } = where ?? {};
  return {
    ...placeOf(where),
    contractId: optional(ofContract?.eq, contractId),
    awardId: optional(ofAward?.eq, awardId),
    status: status?.in ?? null,
    overdue,
  };
}

export const Payment: PaymentResolvers = {
  history,
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
  returnedBy: ({ returned }) => returned?.by ?? null,
  returnNote: ({ returned }) => returned?.note ?? null,
  allowedActions: (payment, _args, { actor }) => [...allowedPaymentActions(actor, payment)],
};
