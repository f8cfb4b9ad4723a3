import { history } from '@qianshou/service-kit/audit';
import { addFen, type Fen, fen, publicLine, publicText } from '@qianshou/kernel';
import {
  atMost,
  type Connection,
  ofParent,
  optional,
  pageOf,
  toConnection,
} from '@qianshou/service-kit/graphql';
import type { Contract as ContractState } from '../../domain/contract/contract.ts';
import { boundIn } from '../../domain/contract/contract-carry-over.ts';
import { allowedContractActions } from '../../domain/allowed-actions.ts';
import { agencyId, budgetPlanId, contractId, type ContractId, stationId } from '../../domain/ids.ts';
import type { Context } from '../context.ts';
import type {
  ContractResolvers,
  InstallmentResolvers,
  MutationResolvers,
  QueryContractsArgs,
  QueryResolvers,
} from '../generated/resolvers.ts';
import type { InstallmentParent } from '../mappers.ts';
import { paymentsOf } from '../payment/payment.resolvers.ts';
import { placeOf } from '../reference/parse.ts';
import { visiblePlan } from '../reference/visible.ts';

/** Most stations in one contract, most installments in one request. */
const MOST_STATIONS = 100;
const MOST_INSTALLMENTS = 50;

export const contractQueries = {
  contract: (_root, { id }, { loaders }) => loaders.contract.load(contractId(id)),
  contracts: (_root, args, context) => contractsOf(args, context),
} satisfies Partial<QueryResolvers>;

/** The list at the root, and that of a station or an agency. */
export async function contractsOf(
  { where, ...args }: Partial<QueryContractsArgs>,
  { useCases }: Context,
): Promise<Connection<ContractState>> {
  const filter = {
    ...placeOf(where),
    providerAgencyId: optional(where?.providerAgencyId?.eq, agencyId),
    stationId: optional(where?.stationId?.eq, stationId),
  };
  return toConnection(await useCases.listContracts(filter, pageOf(args)));
}

export const contractMutations = {
  signContract: async (_root, { input }, { useCases, actor }) => ({
    contract: await useCases.signContract(
      {
        budgetPlanId: budgetPlanId(input.budgetPlanId),
        contractNo: publicLine(input.contractNo, 'contractNo', 100),
        providerAgencyId: agencyId(input.providerAgencyId),
        stationIds: atMost(input.stationIds, MOST_STATIONS, 'stationIds').map(stationId),
        method: input.method,
        amountFen: input.amountFen,
        allocation: input.allocation,
        installments: optional(input.installments, (parts) =>
          atMost(parts, MOST_INSTALLMENTS, 'installments').map(({ condition, perMille }) => ({
            condition,
            perMille,
          })),
        ),
        signedOn: input.signedOn,
        startsOn: input.startsOn,
        endsOn: input.endsOn,
        ...reasonsOf(input),
        replacesContractId: optional(input.replacesContractId, contractId),
        idempotencyKey: input.idempotencyKey,
      },
      actor,
    ),
  }),
  refuseContract: async (_root, { input }, { useCases, actor }) => ({
    contract: await useCases.refuseContract(target(input), actor),
  }),
  withdrawContract: async (_root, { input }, { useCases, actor }) => ({
    contract: await useCases.withdrawContract(target(input), actor),
  }),
  correctContract: async (_root, { input }, { useCases, actor }) => {
    const { signedOn, startsOn, endsOn } = input;
    const contractNo = publicLine(input.contractNo, 'contractNo', 100);
    const terms = { contractNo, signedOn, startsOn, endsOn, ...reasonsOf(input) };
    return { contract: await useCases.correctContract({ ...target(input), ...terms }, actor) };
  },
} satisfies Partial<MutationResolvers>;

interface TargetInput {
  readonly contractId: string;
  readonly reason: string;
  readonly expectedVersion?: number | null | undefined;
  readonly idempotencyKey: string;
}

function target({ contractId: id, reason, expectedVersion, idempotencyKey }: TargetInput) {
  return {
    contractId: contractId(id),
    reason: publicText(reason, 'reason', 500),
    expectedVersion: expectedVersion ?? null,
    idempotencyKey,
  };
}

interface ReasonsInput {
  readonly lateSigningReason?: string | null | undefined;
  readonly longTermReason?: string | null | undefined;
}

function reasonsOf({ lateSigningReason, longTermReason }: ReasonsInput) {
  return {
    lateSigningReason: optional(lateSigningReason, (raw) => publicText(raw, 'lateSigningReason', 500)),
    longTermReason: optional(longTermReason, (raw) => publicText(raw, 'longTermReason', 500)),
  };
}

export const Contract: ContractResolvers = {
  history,
  __resolveReference: ({ id }, { loaders }) => loaders.contract.load(contractId(id)),
  county: ({ countyCode }) => ({ code: countyCode }),
  budgetPlan: async ({ budgetPlanId: id }, _args, { loaders, actor }) =>
    visiblePlan(await loaders.budgetPlan.load(id), actor),
  provider: ({ providerAgencyId }) => ({ id: providerAgencyId }),
  stations: ({ stationIds }) => stationIds.map((id) => ({ id })),
  replaces: ({ replacesContractId: id }, _args, { loaders }) =>
    (id ?? null) === null ? null : loaders.contract.load(id as ContractId),
  changes: ({ notes }) => [...(notes ?? [])],
  amount: ({ amountFen }) => amountFen,
  sources: ({ sources }) => (sources === null ? null : [...sources]),
  boundIn: (contract) => boundIn(contract).year,
  installments: ({ id, installments }) => installments.map((each) => ({ ...each, contractId: id })),
  paid: async ({ id }, _args, context) => addFen(...(await sumsOf(id, 'paid', context)).values()),
  payments: ({ id }, { where, ...args }, context) =>
    paymentsOf({ ...args, where: ofParent(where, { contractId: { eq: id } }) }, context),
  warnings: async (contract, _args, { loaders, useCases }) => {
    const stations = await Promise.all(contract.stationIds.map((id) => loaders.station.load(id)));
    return [...useCases.warnOfContract(contract, stations)];
  },
  allowedActions: (contract, _args, { actor }) => [...allowedContractActions(actor, contract)],
};

export const Installment: InstallmentResolvers = {
  amount: ({ amountFen }) => amountFen,
  requested: (parent, _args, context) => sumOf(parent, 'requested', context),
  paid: (parent, _args, context) => sumOf(parent, 'paid', context),
  status: async (parent, _args, context) => {
    if ((await sumOf(parent, 'requested', context)) === 0n) return 'PENDING';
    return (await sumOf(parent, 'paid', context)) === parent.amountFen ? 'PAID' : 'REQUESTED';
  },
};

type Sum = 'requested' | 'paid';

async function sumsOf(id: ContractId, sum: Sum, { loaders }: Context): Promise<ReadonlyMap<number, Fen>> {
  return (await loaders.takenOfContract.load(id))?.[sum] ?? new Map<number, Fen>();
}

async function sumOf({ contractId: id, no }: InstallmentParent, sum: Sum, context: Context): Promise<Fen> {
  return (await sumsOf(id, sum, context)).get(no) ?? fen(0n);
}
