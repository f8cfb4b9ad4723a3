import { history } from '@qianshou/service-kit/audit';
import { publicText, regionCodeOf, documentOrNone } from '@qianshou/kernel';
import { optional, pageOf, toConnection } from '@qianshou/service-kit/graphql';
import type { ApplicationFilter } from '../../application/application/ports.ts';
import { actionsOnApplication } from '../../domain/application/allowed-actions.ts';
import { agencyId, applicationId, schemeId } from '../../domain/ids.ts';
import type { PairingApplication as ApplicationState } from '../../domain/application/pairing-application.ts';
import { maySee } from '../../domain/application/policy.ts';
import type { Context } from '../context.ts';
import type {
  ConfirmPairingApplicationInput,
  MutationResolvers,
  PairingApplicationFilter,
  PairingApplicationResolvers,
  QueryResolvers,
} from '../generated/resolvers.ts';
import { directionOf } from '../reference/record-list.ts';
import { agencyOf, schemeOf } from '../reference/references.ts';

/** One that may not be seen is not there, by whichever way it is asked for. */
async function visible(id: string, { loaders, actor }: Context): Promise<ApplicationState | null> {
  const application = await loaders.application.load(applicationId(id));
  return application !== null && maySee(actor, application) ? application : null;
}

export const applicationQueries = {
  pairingApplication: (_root, { id }, context) => visible(id, context),
  pairingApplications: async (_root, { where, orderBy, ...args }, { useCases, actor }) =>
    toConnection(
      await useCases.listApplications(
        filterOf(where ?? {}),
        directionOf(orderBy, 'ASC'),
        pageOf(args),
        actor,
      ),
    ),
} satisfies Partial<QueryResolvers>;

function filterOf(where: PairingApplicationFilter): Omit<ApplicationFilter, 'scope'> {
  return {
    schemeId: optional(where.schemeId, ({ eq }) => schemeId(eq)),
    status: optional(where.status, (status) => status.in),
    within: optional(where.regionCode, ({ within }) => within),
    dispatchingAgencyId: optional(where.dispatchingAgencyId, ({ eq }) => agencyId(eq)),
    recipientAgencyId: optional(where.recipientAgencyId, ({ eq }) => agencyId(eq)),
  };
}

/** What every step of an existing application says. */
function target(input: Omit<ConfirmPairingApplicationInput, 'consentDocuments'>) {
  return {
    applicationId: applicationId(input.applicationId),
    expectedVersion: input.expectedVersion ?? null,
    idempotencyKey: input.idempotencyKey,
  };
}

const opinion = (raw: string) => publicText(raw, 'reviewOpinion', 2_000);

export const applicationMutations = {
  submitPairingApplication: async (_root, { input }, { useCases, actor }) => ({
    application: await useCases.submitApplication(
      {
        ...input,
        schemeId: schemeId(input.schemeId),
        dispatchingAgencyId: agencyId(input.dispatchingAgencyId),
        recipientAgencyId: agencyId(input.recipientAgencyId),
        countyCode: regionCodeOf('COUNTY', input.countyCode, 'countyCode'),
      },
      actor,
    ),
  }),
  confirmPairingApplication: async (_root, { input }, { useCases, actor }) => ({
    application: await useCases.confirmApplication(
      { ...target(input), consentDocuments: input.consentDocuments },
      actor,
    ),
  }),
  beginPairingApplicationReview: async (_root, { input }, { useCases, actor }) => ({
    application: await useCases.reviewApplication(target(input), actor),
  }),
  recommendPairingApplication: async (_root, { input }, { useCases, actor }) => {
    const { verdict, opinion: said } = input;
    const document = documentOrNone(input.document, 'document');
    return {
      application: await useCases.recommendApplication(
        { ...target(input), verdict, opinion: said, document },
        actor,
      ),
    };
  },
  withdrawPairingApplication: async (_root, { input }, { useCases, actor }) => ({
    application: await useCases.withdrawApplication(target(input), actor),
  }),
  matchPairingApplication: (_root, { input }, { useCases, actor }) =>
    useCases.matchApplication(
      { ...target(input), reviewOpinion: optional(input.reviewOpinion, opinion) },
      actor,
    ),
  rejectPairingApplication: async (_root, { input }, { useCases, actor }) => ({
    application: await useCases.rejectApplication(
      { ...target(input), reviewOpinion: input.reviewOpinion },
      actor,
    ),
  }),
} satisfies Partial<MutationResolvers>;

export const PairingApplication: PairingApplicationResolvers = {
  history,
  __resolveReference: ({ id }, context) => visible(id, context),
  scheme: ({ schemeId: id }, _args, context) => schemeOf(id, context),
  dispatchingAgency: ({ dispatchingAgencyId }, _args, context) => agencyOf(dispatchingAgencyId, context),
  recipientAgency: ({ recipientAgencyId }, _args, context) => agencyOf(recipientAgencyId, context),
  county: ({ countyCode }) => ({ code: countyCode }),
  taskGroups: ({ taskGroups }) => [...taskGroups],
  consentDocuments: ({ consentDocuments }) => [...consentDocuments],
  pairing: ({ pairingId }, _args, { loaders }) =>
    pairingId === null ? null : loaders.pairing.load(pairingId),
  allowedActions: (application, _args, { actor }) => [...actionsOnApplication(actor, application)],
};
