import { history } from '@qianshou/service-kit/audit';
import { addFen, type CalendarDate, type Fen, fen } from '@qianshou/kernel';
import { type Connection, ofParent, optional, pageOf, toConnection } from '@qianshou/service-kit/graphql';
import type { Contract as ContractState } from '../../domain/contract/contract.ts';
import { boundIn } from '../../domain/contract/contract-carry-over.ts';
import { signedFenOf } from '../../domain/contract/contract-supplement.ts';
import { dueOn, type InstallmentSums, isLate, missingOf } from '../../domain/contract/installment-due.ts';
import { fileContractBy, publishContractBy } from '../../domain/purchase/purchase-days.ts';
import { switchedAmong } from '../../application/four-eyes/switched-pairs.ts';
import { allowedContractActions } from '../../domain/allowed-actions.ts';
import { agencyId, contractId, type ContractId, stationId } from '../../domain/ids.ts';
import type { Context } from '../context.ts';
import type {
  AcceptanceRecordResolvers,
  ContractPublicityResolvers,
  ContractResolvers,
  ContractSupplementResolvers,
  InstallmentResolvers,
  QueryContractsArgs,
  QueryResolvers,
} from '../generated/resolvers.ts';
import type { InstallmentParent } from '../mappers.ts';
import { fundEvaluationsOf } from '../evaluation/evaluation.resolvers.ts';
import { paymentsOf } from '../payment/payment.resolvers.ts';
import { originOf } from '../../domain/reference/history.ts';
import { anyOf, fieldOf, placeOf, rangeOf } from '../reference/parse.ts';
import { visiblePlan } from '../reference/visible.ts';

export const contractQueries = {
  contract: (_root, { id }, { loaders }) => loaders.contract.load(contractId(id)),
  contracts: (_root, args, context) => contractsOf(args, context),
} satisfies Partial<QueryResolvers>;

/** The list at the root, and that of a station or an agency. */
export async function contractsOf(
  { where, ...args }: Partial<QueryContractsArgs>,
  { useCases, loaders }: Context,
): Promise<Connection<ContractState>> {
  const filter = {
    ...placeOf(where),
    providerAgencyId: optional(where?.providerAgencyId?.eq, agencyId),
    stationId: optional(where?.stationId?.eq, stationId),
    ...standingOf(where, loaders.today),
    order: fieldOf(args.orderBy),
  };
  return toConnection(await useCases.listContracts(filter, pageOf(args)));
}

function standingOf(where: QueryContractsArgs['where'], today: CalendarDate) {
  const { status, signedOn, amount, open = null, overdue } = where ?? {};
  return {
    status: anyOf(status),
    signedOn: rangeOf(signedOn),
    amount: rangeOf(amount),
    open,
    overdueOn: overdue === true ? today : null,
  };
}

export const Contract: ContractResolvers = {
  history,
  origin: originOf,
  historySource: ({ enteredFrom = null }) => enteredFrom,
  __resolveReference: ({ id }, { loaders }) => loaders.contract.load(contractId(id)),
  county: ({ countyCode }) => ({ code: countyCode }),
  budgetPlan: async ({ budgetPlanId: id }, _args, { loaders, actor }) =>
    visiblePlan(await loaders.budgetPlan.load(id), actor),
  provider: ({ providerAgencyId }) => ({ id: providerAgencyId }),
  stations: ({ stationIds }) => stationIds.map((id) => ({ id })),
  purchaseProject: ({ purchaseProjectId: id }, _args, { loaders }) =>
    id === null ? null : loaders.purchaseProject.load(id),
  purchaseShown: ({ purchaseProjectId }) => purchaseProjectId !== null,
  publicity: (contract) => contract,
  replaces: ({ replacesContractId: id }, _args, { loaders }) =>
    (id ?? null) === null ? null : loaders.contract.load(id as ContractId),
  changes: ({ notes }) => [...(notes ?? [])],
  amount: ({ amountFen }) => amountFen,
  sources: ({ sources }) => (sources === null ? null : [...sources]),
  signedAmount: (contract) => signedFenOf(contract),
  supplements: ({ supplements }) => [...supplements],
  deductions: ({ deductions }) => [...deductions],
  amendments: ({ amendments }) => [...amendments],
  steps: ({ steps }) => [...steps],
  acceptances: ({ acceptances }) => [...acceptances],
  boundIn: (contract) => boundIn(contract).year,
  installments: ({ id, installments }) => installments.map((each) => ({ ...each, contractId: id })),
  paid: async ({ id }, _args, context) => addFen(...(await sumsOf(id, 'paid', context)).values()),
  payments: ({ id }, { where, ...args }, context) =>
    paymentsOf({ ...args, where: ofParent(where, { contractId: { eq: id } }) }, context),
  evaluations: ({ id }, { where, ...args }, context) =>
    fundEvaluationsOf({ ...args, where: ofParent(where, { contractId: { eq: id } }) }, context),
  warnings: async (contract, _args, { loaders, useCases }) => {
    const stations = await Promise.all(contract.stationIds.map((id) => loaders.station.load(id)));
    return [...useCases.warnOfContract(contract, stations)];
  },
  allowedActions: async (contract, _args, { actor, loaders }) => {
    const switched = switchedAmong((await loaders.fourEyes.load(contract.countyCode)) ?? []);
    return [...allowedContractActions(actor, contract, switched)];
  },
};

export const ContractPublicity: ContractPublicityResolvers = {
  publishBy: ({ signedOn }) => publishContractBy(signedOn),
  publishedOn: ({ published }) => published?.publishedOn ?? null,
  publicUrl: ({ published }) => published?.publicUrl ?? null,
  fileBy: ({ signedOn }) => fileContractBy(signedOn),
  filedOn: ({ filed }) => filed?.filedOn ?? null,
  office: ({ filed }) => filed?.office ?? null,
};

export const Installment: InstallmentResolvers = {
  amount: ({ amountFen }) => amountFen,
  requested: (parent, _args, context) => sumOf(parent, 'requested', context),
  paid: (parent, _args, context) => sumOf(parent, 'paid', context),
  missing: async (parent, _args, context) => [...missingOf(parent, await sumsStanding(parent, context))],
  dueOn: (installment) => dueOn(installment),
  late: async (parent, _args, context) =>
    isLate(parent, await sumsStanding(parent, context), context.loaders.today),
  status: async (parent, _args, context) => {
    if ((await sumOf(parent, 'requested', context)) === 0n) return 'PENDING';
    return (await sumOf(parent, 'paid', context)) === parent.amountFen ? 'PAID' : 'REQUESTED';
  },
};

type Sum = 'requested' | 'paid' | 'approved' | 'invoiced';

async function sumsOf(id: ContractId, sum: Sum, { loaders }: Context): Promise<ReadonlyMap<number, Fen>> {
  return (await loaders.takenOfContract.load(id))?.[sum] ?? new Map<number, Fen>();
}

async function sumOf({ contractId: id, no }: InstallmentParent, sum: Sum, context: Context): Promise<Fen> {
  return (await sumsOf(id, sum, context)).get(no) ?? fen(0n);
}

async function sumsStanding(parent: InstallmentParent, context: Context): Promise<InstallmentSums> {
  return {
    invoicedFen: await sumOf(parent, 'invoiced', context),
    approvedFen: await sumOf(parent, 'approved', context),
    paidFen: await sumOf(parent, 'paid', context),
  };
}

export const ContractSupplement: ContractSupplementResolvers = {
  amount: ({ amountFen }) => amountFen,
};

export const AcceptanceRecord: AcceptanceRecordResolvers = {
  satisfied: ({ opinion }) => opinion.satisfied,
  neutral: ({ opinion }) => opinion.neutral,
  dissatisfied: ({ opinion }) => opinion.dissatisfied,
  opinion: ({ opinion }) => opinion.text,
};
