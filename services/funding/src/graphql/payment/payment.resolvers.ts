import { history } from '@qianshou/service-kit/audit';
import { type Connection, optional, pageOf, toConnection } from '@qianshou/service-kit/graphql';
import { switchedAmong } from '../../application/four-eyes/switched-pairs.ts';
import { allowedPaymentActions } from '../../domain/allowed-actions.ts';
import { agencyId, awardId, contractId, paymentId } from '../../domain/ids.ts';
import { paidFen } from '../../domain/payment/payment-bank.ts';
import type { Payment as PaymentState } from '../../domain/payment/payment-state.ts';
import type { Context } from '../context.ts';
import type {
  PaymentFilter,
  PaymentResolvers,
  QueryPaymentsArgs,
  QueryResolvers,
  RefundResolvers,
} from '../generated/resolvers.ts';
import { originOf } from '../../domain/reference/history.ts';
import { anyOf, fieldOf, placeOf, rangeOf } from '../reference/parse.ts';
import { visiblePayment } from '../reference/visible.ts';

export const paymentQueries = {
  payment: async (_root, { id }, { loaders, actor }) =>
    visiblePayment(await loaders.payment.load(paymentId(id)), actor),
  payments: (_root, args, context) => paymentsOf(args, context),
} satisfies Partial<QueryResolvers>;

/** The list at the root, and that of a contract or an award. */
export async function paymentsOf(
  { where, ...args }: Partial<QueryPaymentsArgs>,
  { useCases, actor }: Context,
): Promise<Connection<PaymentState>> {
  const filter = { ...filterFrom(where), order: fieldOf(args.orderBy) };
  return toConnection(await useCases.listPayments(filter, pageOf(args), actor));
}

function filterFrom(where: PaymentFilter | null | undefined) {
  const { status, paidOn, amount, overdue = null, open = null } = where ?? {};
  return {
    ...placeOf(where),
    ...partiesOf(where),
    status: anyOf(status),
    overdue,
    open,
    paidOn: rangeOf(paidOn),
    amount: rangeOf(amount),
  };
}

function partiesOf(where: PaymentFilter | null | undefined) {
  const { contractId: ofContract, awardId: ofAward, payeeAgencyId: paidTo } = where ?? {};
  return {
    contractId: optional(ofContract?.eq, contractId),
    awardId: optional(ofAward?.eq, awardId),
    payeeAgencyId: optional(paidTo?.eq, agencyId),
  };
}

/** What is said of money that nobody approved in its time; a note of before that was kept is said as it stands. */
const RAN_OUT = {
  en: 'Nobody approved it in its time: the reservation expired.',
  zh: '逾期未批准，预留资金已到期。',
} as const;

export const Payment: PaymentResolvers = {
  history,
  origin: originOf,
  historySource: ({ enteredFrom = null }) => enteredFrom,
  __resolveReference: async ({ id }, { loaders, actor }) =>
    visiblePayment(await loaders.payment.load(paymentId(id)), actor),
  county: ({ countyCode }) => ({ code: countyCode }),
  contract: ({ contractId: id }, _args, { loaders }) => (id === null ? null : loaders.contract.load(id)),
  award: ({ awardId: id }, _args, { loaders }) => (id === null ? null : loaders.award.load(id)),
  movedFromYear: ({ movedFrom }) => movedFrom?.year ?? null,
  payee: ({ payeeAgencyId: id }) => optional(id, (known) => ({ id: known })),
  stations: ({ stationIds }) => stationIds.map((id) => ({ id })),
  amount: ({ amountFen }) => amountFen,
  sources: ({ sources }) => (sources === null ? null : [...sources]),
  instructedBy: ({ instructed }) => instructed?.by ?? null,
  instructedOn: ({ instructed }) => instructed?.on ?? null,
  refunds: ({ refunds }) => [...refunds],
  net: (payment) => (payment.status === 'PAID' ? paidFen(payment) : null),
  slipSha256: (payment) => (payment.status === 'PAID' ? payment.slipSha256 : null),
  expiresAt: ({ reservation }) => reservation.expiresAt,
  returnReason: ({ returned }) => returned?.reason ?? null,
  returnedBy: ({ returned }) => returned?.by ?? null,
  returnNote: ({ returned }, _args, { language }) =>
    returned === null ? null : (returned.note ?? RAN_OUT[language]),
  allowedActions: async (payment, _args, { actor, loaders }) => {
    const switched = switchedAmong((await loaders.fourEyes.load(payment.countyCode)) ?? []);
    return [...allowedPaymentActions(actor, payment, switched)];
  },
};

export const Refund: RefundResolvers = {
  amount: ({ amountFen }) => amountFen,
  sources: ({ sources }) => (sources === null ? null : [...sources]),
};
