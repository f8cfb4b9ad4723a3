import { documentReference, grounds, type Written } from '@qianshou/kernel';
import { history } from '@qianshou/service-kit/audit';
import { ofParent, optional, pageOf, toConnection } from '@qianshou/service-kit/graphql';
import type { AgencyStatusInput } from '../../application/agency/agency-status-decision.ts';
import type { AgencyFilter } from '../../application/agency/ports.ts';
import { actionsOnAgency } from '../../domain/scheme/allowed-programme-actions.ts';
import type { Capability } from '../../domain/agency/agency-capability.ts';
import type { Certificate } from '../../domain/agency/agency-certificate.ts';
import { creditCodeWarning } from '../../domain/agency/agency-verification.ts';
import { agencyId } from '../../domain/ids.ts';
import type {
  AgencyAliasResolvers,
  AgencyFilter as AgencyFilterInput,
  AgencyRegistrationChangeResolvers,
  AgencyResolvers,
  ChangeAgencyRegistrationInput as ChangeAgencyRegistrationInputFields,
  MutationResolvers,
  QueryResolvers,
  ReviseAgencyInput as ReviseAgencyInputFields,
  SuspendAgencyInput,
} from '../generated/resolvers.ts';
import { pairingsOf } from '../pairing/pairing.resolvers.ts';

export const agencyQueries = {
  agency: (_root, { id }, { loaders }) => loaders.agency.load(agencyId(id)),
  agencyByCreditCode: (_root, { code }, { useCases, actor }) => useCases.findAgencyByCreditCode(code, actor),
  agencies: async (_root, { where, orderBy, ...args }, { useCases, actor }) =>
    toConnection(
      await useCases.listAgencies(
        filterOf(where ?? {}),
        orderBy?.[0] ?? { field: 'HOME_REGION_CODE', direction: 'ASC' },
        pageOf(args),
        actor,
      ),
    ),
} satisfies Partial<QueryResolvers>;

function filterOf(where: AgencyFilterInput): AgencyFilter {
  return {
    within: optional(where.regionCode, ({ within }) => within),
    status: optional(where.status, (status) => status.in),
    canDispatch: where.canDispatch ?? null,
    canReceive: where.canReceive ?? null,
    canOperate: where.canOperate ?? null,
    evaluationGrade: optional(where.evaluationGrade, (grade) => grade.in),
    focusArea: optional(where.focusArea, ({ eq }) => eq),
    name: where.name ?? null,
  };
}

/** Only staff numbers can be taken back with null; for the rest null says as little as nothing. */
function revisionOf({ agencyId: id, expectedVersion, ...changes }: ReviseAgencyInputFields) {
  const { fullTimeStaff, certifiedStaff, ...attested } = changes;
  const named = Object.entries(attested).filter(([, value]) => value !== null && value !== undefined);
  return {
    agencyId: agencyId(id),
    changes: {
      ...(Object.fromEntries(named) as Partial<Capability>),
      ...(fullTimeStaff === undefined ? {} : { fullTimeStaff }),
      ...(certifiedStaff === undefined ? {} : { certifiedStaff }),
    },
    expectedVersion: expectedVersion ?? null,
  };
}

/** What is not named, or is null, stays; only why an odd code is right can be taken back. */
function registrationOrder({
  agencyId: id,
  changedOn: on,
  reason,
  document,
  expectedVersion,
  idempotencyKey: _key,
  ...certificate
}: ChangeAgencyRegistrationInputFields) {
  const named = Object.entries(certificate).filter(([, value]) => value !== null && value !== undefined);
  return {
    agencyId: agencyId(id),
    changes: Object.fromEntries(named) as Partial<Written<Certificate>>,
    on,
    reason,
    document: documentReference(document, 'document'),
    expectedVersion: expectedVersion ?? null,
  };
}

/** The changes of status say the same: which agency, why, and which version the caller read. */
function statusInput(input: SuspendAgencyInput): AgencyStatusInput {
  return {
    agencyId: agencyId(input.agencyId),
    reason: input.reason,
    expectedVersion: input.expectedVersion ?? null,
  };
}

export const agencyMutations = {
  registerAgency: async (_root, { input }, { useCases, actor }) => ({
    agency: await useCases.registerAgency(
      {
        ...input,
        fullTimeStaff: input.fullTimeStaff ?? null,
        certifiedStaff: input.certifiedStaff ?? null,
        creditCodeReason: input.creditCodeReason ?? null,
      },
      actor,
    ),
  }),
  reviseAgency: async (_root, { input }, { useCases, actor }) => ({
    agency: await useCases.reviseAgency(revisionOf(input), actor),
  }),
  confirmAgency: async (_root, { input }, { useCases, actor }) => ({
    agency: await useCases.confirmAgency(
      { ...statusInput({ ...input, reason: '' }), reason: input.reason ?? null },
      actor,
    ),
  }),
  refuseAgency: async (_root, { input }, { useCases, actor }) => ({
    agency: await useCases.refuseAgency(statusInput(input), actor),
  }),
  suspendAgency: async (_root, { input }, { useCases, actor }) => ({
    agency: await useCases.suspendAgency(statusInput(input), actor),
  }),
  strikeOffAgency: async (_root, { input }, { useCases, actor }) => ({
    agency: await useCases.strikeOffAgency(statusInput(input), actor),
  }),
  restoreAgency: async (_root, { input }, { useCases, actor }) => ({
    agency: await useCases.restoreAgency({ ...statusInput(input), ...grounds(input) }, actor),
  }),
  changeAgencyRegistration: async (_root, { input }, { useCases, actor }) => ({
    agency: await useCases.changeAgencyRegistration(registrationOrder(input), actor),
  }),
  mergeAgencies: async (_root, { input }, { useCases, actor }) => ({
    agency: await useCases.mergeAgencies(
      {
        keptAgencyId: agencyId(input.keptAgencyId),
        droppedAgencyId: agencyId(input.droppedAgencyId),
        reason: input.reason,
        document: documentReference(input.document, 'document'),
        expectedVersion: input.expectedVersion ?? null,
      },
      actor,
    ),
  }),
  reinstateAgency: async (_root, { input }, { useCases, actor }) => ({
    agency: await useCases.reinstateAgency(statusInput(input), actor),
  }),
} satisfies Partial<MutationResolvers>;

export const AgencyRegistrationChange: AgencyRegistrationChangeResolvers = {
  changedOn: ({ on }) => on,
  nameBefore: ({ before }) => before.name,
  unifiedSocialCreditCodeBefore: ({ before }) => before.unifiedSocialCreditCode,
  legalFormBefore: ({ before }) => before.legalForm,
  registrationAuthorityBefore: ({ before }) => before.registrationAuthority,
  registeredOnBefore: ({ before }) => before.registeredOn,
  homeRegionBefore: ({ before }) => ({ code: before.homeRegionCode }),
  mainBusinessIsSocialWorkBefore: ({ before }) => before.mainBusinessIsSocialWork,
};

export const AgencyAlias: AgencyAliasResolvers = {
  id: ({ agencyId: id }) => id,
  mergedOn: ({ on }) => on,
};

export const Agency: AgencyResolvers = {
  history,
  registrationChanges: ({ registrationChanges = [] }) => [...registrationChanges],
  aliases: ({ aliases = [] }) => [...aliases],
  restorations: ({ restorations = [] }) => [...restorations],
  __resolveReference: ({ id }, { loaders }) => loaders.agency.load(agencyId(id)),
  focusAreas: ({ focusAreas }) => [...focusAreas],
  barredYears: ({ barredYears }) => [...barredYears],
  warnings: ({ creditCodeReason }) =>
    creditCodeReason === null ? [] : [creditCodeWarning(creditCodeReason)],
  allowedActions: (agency, _args, { actor }) => [...actionsOnAgency(actor, agency)],
  homeRegion: ({ homeRegionCode }) => ({ code: homeRegionCode }),
  dispatchingPairings: ({ id }, { where, ...args }, context) =>
    pairingsOf({ ...args, where: ofParent(where, { dispatchingAgencyId: { eq: id } }) }, context),
};
