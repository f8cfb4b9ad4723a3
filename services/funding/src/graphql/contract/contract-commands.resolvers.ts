import { badInput, type Fen, fen, publicLine, publicLink, publicText } from '@qianshou/kernel';
import { atMost, optional } from '@qianshou/service-kit/graphql';
import { agencyId, budgetPlanId, contractId, purchaseProjectId, stationId } from '../../domain/ids.ts';
import type { MutationResolvers } from '../generated/resolvers.ts';
import { target, targetOf } from './contract-target.ts';

/** Most stations in one contract, most installments in one request. */
const MOST_STATIONS = 100;
const MOST_INSTALLMENTS = 50;

export const contractMutations = {
  signContract: async (_root, { input }, { useCases, actor }) => ({
    contract: await useCases.signContract(
      {
        budgetPlanId: budgetPlanId(input.budgetPlanId),
        purchaseProjectId: optional(input.purchaseProjectId, purchaseProjectId),
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
  supplementContract: async (_root, { input }, { useCases, actor }) => {
    const { amountFen, condition, signedOn } = input;
    const document = publicLine(input.document, 'document', 300);
    if (condition === 'SETTLEMENT') throw badInput({ field: 'condition', reason: SET_BY_PLATFORM });
    const terms = { amountFen, condition, signedOn, document };
    return { contract: await useCases.supplementContract({ ...target(input), ...terms }, actor) };
  },
  terminateContract: async (_root, { input }, { useCases, actor }) => {
    const terms = { terminatedOn: input.terminatedOn, settlementFen: settlementOf(input) };
    return { contract: await useCases.terminateContract({ ...target(input), ...terms }, actor) };
  },
  recordAcceptance: async (_root, { input }, { useCases, actor }) => {
    const { acceptedOn, recipientsInvited, satisfied, neutral, dissatisfied, result } = input;
    const opinion = { satisfied, neutral, dissatisfied, text: publicText(input.opinion, 'opinion', 2_000) };
    const terms = { acceptedOn, recipientsInvited, opinion, result };
    return { contract: await useCases.recordAcceptance({ ...targetOf(input), ...terms }, actor) };
  },
  publishContract: async (_root, { input }, { useCases, actor }) => {
    const { publishedOn } = input;
    const publicUrl = publicLink(input.publicUrl, 'publicUrl');
    return {
      contract: await useCases.publishContract({ ...targetOf(input), publishedOn, publicUrl }, actor),
    };
  },
  fileContract: async (_root, { input }, { useCases, actor }) => {
    const { filedOn } = input;
    const office = publicLine(input.office, 'office', 100);
    return { contract: await useCases.fileContract({ ...targetOf(input), filedOn, office }, actor) };
  },
  publishAcceptance: async (_root, { input }, { useCases, actor }) => {
    const { acceptanceNo, publishedOn } = input;
    const publicUrl = publicLink(input.publicUrl, 'publicUrl');
    const terms = { acceptanceNo, publishedOn, publicUrl };
    return { contract: await useCases.publishAcceptance({ ...targetOf(input), ...terms }, actor) };
  },
} satisfies Partial<MutationResolvers>;

interface Settlement {
  readonly settlementFen?: Fen | null | undefined;
  readonly nothingOwed?: boolean | null | undefined;
}

/** An amount starts at 1 fen, and so 0 is said in words: one left out by mistake never frees a whole contract. */
function settlementOf({ settlementFen, nothingOwed }: Settlement): Fen {
  const amountFen = settlementFen ?? null;
  if ((amountFen === null) !== (nothingOwed === true))
    throw badInput({ field: 'settlementFen', reason: AMOUNT_OR_NOTHING });
  return amountFen ?? fen(0n);
}

const AMOUNT_OR_NOTHING = {
  en: 'give either an amount or `nothingOwed: true`',
  zh: '请填写结算金额,或仅填 `nothingOwed: true`',
};

const SET_BY_PLATFORM = {
  en: 'set by the platform when a contract is ended',
  zh: '仅在合同终止时由系统设定',
};

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
