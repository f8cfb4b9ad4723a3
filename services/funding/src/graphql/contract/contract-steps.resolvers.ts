import { badInput, publicLine, publicLink, publicText } from '@qianshou/kernel';
import { optional } from '@qianshou/service-kit/graphql';
import { notifyBy } from '../../domain/contract/contract-amendment.ts';
import type { DeductionRule } from '../../domain/contract/deduction.ts';
import type {
  ContractAmendmentResolvers,
  ContractDeductionResolvers,
  DeductFromContractInput,
  MutationResolvers,
} from '../generated/resolvers.ts';
import { target, targetOf } from './contract-target.ts';

export const contractStepMutations = {
  advanceContract: async (_root, { input }, { useCases, actor }) => {
    const { to, on } = input;
    return { contract: await useCases.advanceContract({ ...targetOf(input), to, on }, actor) };
  },
  closeContract: async (_root, { input }, { useCases, actor }) => ({
    contract: await useCases.closeContract(targetOf(input), actor),
  }),
  deductFromContract: async (_root, { input }, { useCases, actor }) => {
    const { installmentNo } = input;
    const document = publicLine(input.document, 'document', 300);
    const terms = { installmentNo, rule: ruleOf(input), document };
    return { contract: await useCases.deductFromContract({ ...target(input), ...terms }, actor) };
  },
  amendContract: async (_root, { input }, { useCases, actor }) => {
    const { endsOn, signedOn } = input;
    const document = publicLine(input.document, 'document', 300);
    const longTermReason = optional(input.longTermReason, (raw) => publicText(raw, 'longTermReason', 500));
    const terms = { endsOn, signedOn, document, longTermReason };
    return { contract: await useCases.amendContract({ ...target(input), ...terms }, actor) };
  },
  notifyContractAmendment: async (_root, { input }, { useCases, actor }) => {
    const { amendmentNo, notifiedOn } = input;
    const terms = { amendmentNo, notifiedOn, publicUrl: publicLink(input.publicUrl, 'publicUrl') };
    return { contract: await useCases.notifyContractAmendment({ ...targetOf(input), ...terms }, actor) };
  },
} satisfies Partial<MutationResolvers>;

/** Either posts with their vacant days, or a percentage. */
function ruleOf({ posts, vacantPostDays, gradePercent }: DeductFromContractInput): DeductionRule {
  const said = [posts, vacantPostDays, gradePercent].map((each) => typeof each === 'number').join();
  if (said === 'true,true,false')
    return { kind: 'VACANT_POSTS', posts: Number(posts), vacantPostDays: Number(vacantPostDays) };
  if (said === 'false,false,true') return { kind: 'GRADE', percent: Number(gradePercent) };
  throw badInput({ field: 'vacantPostDays', reason: ONE_RULE });
}

const ONE_RULE = {
  en: 'say posts with vacantPostDays, or gradePercent alone',
  zh: '请填写 posts 与 vacantPostDays,或只填写 gradePercent',
};

export const ContractDeduction: ContractDeductionResolvers = {
  kind: ({ rule }) => rule.kind,
  posts: ({ rule }) => (rule.kind === 'VACANT_POSTS' ? rule.posts : null),
  vacantPostDays: ({ rule }) => (rule.kind === 'VACANT_POSTS' ? rule.vacantPostDays : null),
  gradePercent: ({ rule }) => (rule.kind === 'GRADE' ? rule.percent : null),
  amount: ({ amountFen }) => amountFen,
};

export const ContractAmendment: ContractAmendmentResolvers = {
  notifyBy: (amendment) => notifyBy(amendment),
  notifiedOn: ({ notified }) => notified?.notifiedOn ?? null,
  publicUrl: ({ notified }) => notified?.publicUrl ?? null,
};
