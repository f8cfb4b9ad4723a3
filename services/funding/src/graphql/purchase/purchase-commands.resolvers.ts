import { grounds, publicLine, publicLink, publicText } from '@qianshou/kernel';
import { atMost, optional } from '@qianshou/service-kit/graphql';
import { agencyId, budgetPlanId, purchaseProjectId, stationId } from '../../domain/ids.ts';
import type { PurchaseNeed } from '../../domain/purchase/purchase-project.ts';
import type {
  MutationResolvers,
  PlanPurchaseProjectInput,
  ProviderCheckInput,
  PurchaseBidInput,
} from '../generated/resolvers.ts';

const MOST_STATIONS = 100;
const MOST_BIDS = 50;
const MOST_CHECKS = 5;

export const purchaseMutations = {
  planPurchaseProject: async (_root, { input }, { useCases, actor }) => ({
    purchaseProject: await useCases.planPurchaseProject(
      {
        ...needOf(input),
        budgetPlanId: budgetPlanId(input.budgetPlanId),
        idempotencyKey: input.idempotencyKey,
      },
      actor,
    ),
  }),
  correctPurchaseProject: async (_root, { input }, { useCases, actor }) => ({
    purchaseProject: await useCases.correctPurchaseProject(
      { ...target(input), ...needOf(input), ...grounds(input) },
      actor,
    ),
  }),
  consultOnPurchaseProject: async (_root, { input }, { useCases, actor }) => {
    const { consultedOn, people } = input;
    const told = { consultedOn, people, opinion: publicText(input.opinion, 'opinion', 2_000) };
    return {
      purchaseProject: await useCases.consultOnPurchaseProject({ ...target(input), ...told }, actor),
    };
  },
  publishPurchaseProject: async (_root, { input }, { useCases, actor }) => {
    const { publishedOn, openUntil } = input;
    const told = { publishedOn, openUntil, publicUrl: publicLink(input.publicUrl, 'publicUrl') };
    return { purchaseProject: await useCases.publishPurchaseProject({ ...target(input), ...told }, actor) };
  },
  failPurchaseProject: async (_root, { input }, { useCases, actor }) => {
    const { failedOn, ground } = input;
    const told = { failedOn, ground, reason: publicText(input.reason, 'reason', 500) };
    return { purchaseProject: await useCases.failPurchaseProject({ ...target(input), ...told }, actor) };
  },
  awardPurchaseProject: async (_root, { input }, { useCases, actor }) => {
    const told = {
      awardedOn: input.awardedOn,
      publicUrl: publicLink(input.publicUrl, 'publicUrl'),
      providerAgencyId: agencyId(input.providerAgencyId),
      bids: atMost(input.bids, MOST_BIDS, 'bids').map(bidOf),
      checks: atMost(input.checks, MOST_CHECKS, 'checks').map(checkOf),
      passedOverReason: optional(input.passedOverReason, (raw) => publicText(raw, 'passedOverReason', 500)),
    };
    return { purchaseProject: await useCases.awardPurchaseProject({ ...target(input), ...told }, actor) };
  },
  objectToPurchaseProject: async (_root, { input }, { useCases, actor }) => {
    const party = publicLine(input.party, 'party', 100);
    const told = { raisedOn: input.raisedOn, party, content: publicText(input.content, 'content', 2_000) };
    return { purchaseProject: await useCases.objectToPurchaseProject({ ...target(input), ...told }, actor) };
  },
  answerPurchaseObjection: async (_root, { input }, { useCases, actor }) => {
    const { objectionNo, answeredOn, upheld } = input;
    const told = { objectionNo, answeredOn, upheld, content: publicText(input.content, 'content', 2_000) };
    return { purchaseProject: await useCases.answerPurchaseObjection({ ...target(input), ...told }, actor) };
  },
  closePurchaseProject: async (_root, { input }, { useCases, actor }) => {
    const reason = publicText(input.reason, 'reason', 500);
    return { purchaseProject: await useCases.closePurchaseProject({ ...target(input), reason }, actor) };
  },
} satisfies Partial<MutationResolvers>;

interface TargetInput {
  readonly purchaseProjectId: string;
  readonly expectedVersion?: number | null | undefined;
  readonly idempotencyKey: string;
}

function target({ purchaseProjectId: id, expectedVersion, idempotencyKey }: TargetInput) {
  return {
    purchaseProjectId: purchaseProjectId(id),
    expectedVersion: expectedVersion ?? null,
    idempotencyKey,
  };
}

type NeedInput = Omit<PlanPurchaseProjectInput, 'budgetPlanId' | 'idempotencyKey'>;

function needOf(input: NeedInput): PurchaseNeed {
  return {
    title: publicLine(input.title, 'title', 100),
    purchaserOrg: publicLine(input.purchaserOrg, 'purchaserOrg', 100),
    stationIds: atMost(input.stationIds, MOST_STATIONS, 'stationIds').map(stationId),
    method: input.method,
    methodReason: optional(input.methodReason, (raw) => publicText(raw, 'methodReason', 500)),
    amountFen: input.amountFen,
    need: publicText(input.need, 'need', 4_000),
  };
}

function bidOf({ agencyId: id, quoteFen, score }: PurchaseBidInput) {
  return { agencyId: agencyId(id), quoteFen, score: score ?? null };
}

function checkOf({ condition, checkedOn, document }: ProviderCheckInput) {
  return { condition, checkedOn, document: optional(document, (raw) => publicLine(raw, 'document', 300)) };
}
