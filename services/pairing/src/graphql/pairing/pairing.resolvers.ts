import { documentReference, grounds, publicLine, publicText, regionCodeOf } from '@qianshou/kernel';
import { history } from '@qianshou/service-kit/audit';
import { type Connection, optional, pageOf, toConnection } from '@qianshou/service-kit/graphql';
import type { PairingFilter, PairingOrder } from '../../application/pairing/ports.ts';
import { actionsOnPairing } from '../../domain/work/allowed-pairing-actions.ts';
import { recordOf } from '../../domain/work/pairing-record.ts';
import { agencyId, type PairingId, pairingId, schemeId, workerId } from '../../domain/ids.ts';
import type { RightAgreement } from '../../domain/pairing/pairing-correction.ts';
import type { Pairing as PairingState } from '../../domain/pairing/pairing.ts';
import type { Context } from '../context.ts';
import type {
  MutationResolvers,
  PairingFilter as PairingFilterInput,
  PairingResolvers,
  PairingTaskGroupChangeResolvers,
  QueryPairingsArgs,
  QueryResolvers,
} from '../generated/resolvers.ts';
import { workOfPairing } from '../work/pairing-work.ts';
import { agencyOf, namedIn, schemeOf } from '../reference/references.ts';

export const pairingQueries = {
  pairing: (_root, { id }, { loaders }) => loaders.pairing.load(pairingId(id)),
  pairings: async (_root, { where, orderBy, ...args }, { useCases }) =>
    toConnection(
      await useCases.searchPairings(pairingFilterOf(where ?? {}), orderBy?.[0] ?? BY_COUNTY, pageOf(args)),
    ),
} satisfies Partial<QueryResolvers>;

/** The list at the root, and that of a region, a scheme or an agency. */
export async function pairingsOf(
  { where, orderBy, ...args }: Partial<QueryPairingsArgs>,
  { useCases }: Context,
): Promise<Connection<PairingState>> {
  const order = orderBy?.[0] ?? BY_COUNTY;
  return toConnection(await useCases.listPairings(pairingFilterOf(where ?? {}), order, pageOf(args)));
}

const BY_COUNTY: PairingOrder = { field: 'COUNTY_CODE', direction: 'ASC' };

function pairingFilterOf(where: PairingFilterInput): PairingFilter {
  return {
    within: optional(where.regionCode, ({ within }) => within),
    status: optional(where.status, (status) => status.in),
    cycleYear: optional(where.cycleYear, ({ eq }) => eq),
    schemeId: optional(where.schemeId, ({ eq }) => schemeId(eq)),
    dispatchingAgencyId: optional(where.dispatchingAgencyId, ({ eq }) => agencyId(eq)),
    recipientAgencyId: optional(where.recipientAgencyId, ({ eq }) => agencyId(eq)),
    countyTier: optional(where.countyTier, (tier) => tier.in),
    mode: optional(where.mode, ({ eq }) => eq),
    origin: optional(where.origin, ({ eq }) => eq),
  };
}

/** What every decision about a pairing says: which one, and the version that the caller read. */
function decisionOf<Input extends { pairingId: string; expectedVersion?: number | null | undefined }>(
  input: Input,
) {
  return {
    ...input,
    pairingId: pairingId(input.pairingId),
    expectedVersion: input.expectedVersion ?? null,
  };
}

export const pairingMutations = {
  signPairing: async (_root, { input }, { useCases, actor }) => ({
    pairing: await useCases.signPairing(decisionOf(input), actor),
  }),
  startPairing: async (_root, { input }, { useCases, actor }) => ({
    pairing: await useCases.startPairing(decisionOf(input), actor),
  }),
  suspendPairing: async (_root, { input }, { useCases, actor }) => ({
    pairing: await useCases.suspendPairing(decisionOf(input), actor),
  }),
  resumePairing: async (_root, { input }, { useCases, actor }) => ({
    pairing: await useCases.resumePairing(decisionOf(input), actor),
  }),
  extendPairing: async (_root, { input }, { useCases, actor }) => ({
    pairing: await useCases.extendPairing(decisionOf(input), actor),
  }),
  enterHistoricPairing: async (_root, { input }, { useCases, actor }) => ({
    pairing: await useCases.enterHistoricPairing(
      {
        ...input,
        schemeId: schemeId(input.schemeId),
        dispatchingAgencyId: agencyId(input.dispatchingAgencyId),
        recipientAgencyId: agencyId(input.recipientAgencyId),
        countyCode: regionCodeOf('COUNTY', input.countyCode, 'countyCode'),
        agreementNo: publicLine(input.agreementNo, 'agreementNo', 100),
        source: documentReference(input.source, 'source'),
      },
      actor,
    ),
  }),
  changePairingTaskGroups: async (_root, { input }, { useCases, actor }) => {
    const document = documentReference(input.document, 'document');
    const reason = publicText(input.reason, 'reason', 500);
    const asked = { ...decisionOf(input), reason, document };
    return {
      pairing: await useCases.changePairingTaskGroups(asked, actor),
    };
  },
  beginFinalEvaluation: async (_root, { input }, { useCases, actor }) => ({
    pairing: await useCases.beginFinalEvaluation(decisionOf(input), actor),
  }),
  correctPairing: async (_root, { input }, { useCases, actor }) => {
    const { signedOn, startsOn, endsOn } = input;
    const agreementNo = optional(input.agreementNo, (raw) => publicLine(raw, 'agreementNo', 100));
    const corrected = namedIn<RightAgreement>({ agreementNo, signedOn, startsOn, endsOn });
    return {
      pairing: await useCases.correctPairing({ ...decisionOf(input), ...grounds(input), corrected }, actor),
    };
  },
  strikePairing: async (_root, { input }, { useCases, actor }) => ({
    pairing: await useCases.strikePairing({ ...decisionOf(input), ...grounds(input) }, actor),
  }),
  terminatePairing: (_root, { input }, { useCases, actor }) =>
    useCases.terminatePairing(
      { ...decisionOf(input), handOverToAgencyId: optional(input.handOverToAgencyId, agencyId) },
      actor,
    ),
  completePairing: async (_root, { input }, { useCases, actor }) => ({
    pairing: await useCases.completePairing(decisionOf(input), actor),
  }),
  nameTrainees: async (_root, { input }, { useCases, actor }) => ({
    pairing: await useCases.nameTrainees(
      { ...decisionOf(input), workerIds: input.workerIds.map(workerId) },
      actor,
    ),
  }),
  recordGrownAgency: async (_root, { input }, { useCases, actor }) => ({
    pairing: await useCases.recordGrownAgency(
      { ...decisionOf(input), agencyId: agencyId(input.agencyId) },
      actor,
    ),
  }),
  strikeGrownAgency: async (_root, { input }, { useCases, actor }) => ({
    pairing: await useCases.strikeGrownAgency(
      { ...decisionOf(input), ...grounds(input), agencyId: agencyId(input.agencyId) },
      actor,
    ),
  }),
  correctGrownAgency: async (_root, { input }, { useCases, actor }) => ({
    pairing: await useCases.correctGrownAgency(
      {
        ...decisionOf(input),
        ...grounds(input),
        agencyId: agencyId(input.agencyId),
        correctAgencyId: optional(input.correctAgencyId, agencyId),
        grownOn: input.grownOn ?? null,
      },
      actor,
    ),
  }),
  correctTrainee: async (_root, { input }, { useCases, actor }) => ({
    pairing: await useCases.correctTrainee(
      {
        ...decisionOf(input),
        ...grounds(input),
        workerId: workerId(input.workerId),
        correctWorkerId: workerId(input.correctWorkerId),
      },
      actor,
    ),
  }),
  strikeTrainee: async (_root, { input }, { useCases, actor }) => ({
    pairing: await useCases.strikeTrainee(
      { ...decisionOf(input), ...grounds(input), workerId: workerId(input.workerId) },
      actor,
    ),
  }),
  renewPairing: async (_root, { input }, { useCases, actor }) => ({
    pairing: await useCases.renewPairing({ ...decisionOf(input), schemeId: schemeId(input.schemeId) }, actor),
  }),
} satisfies Partial<MutationResolvers>;

export const PairingTaskGroupChange: PairingTaskGroupChangeResolvers = {
  before: ({ before }) => [...before],
};

export const Pairing: PairingResolvers = {
  history,
  ...workOfPairing,
  __resolveReference: ({ id }, { loaders }) => loaders.pairing.load(pairingId(id)),
  scheme: ({ schemeId: id }, _args, context) => schemeOf(id, context),
  dispatchingAgency: ({ dispatchingAgencyId }, _args, context) => agencyOf(dispatchingAgencyId, context),
  recipientAgency: ({ recipientAgencyId }, _args, context) => agencyOf(recipientAgencyId, context),
  county: ({ countyCode }) => ({ code: countyCode }),
  taskGroups: ({ taskGroups }) => [...taskGroups],
  renewedFrom: ({ renewedFromId }, _args, context) => earlierOrLater(renewedFromId, context),
  handedOverFrom: ({ handedOverFromId }, _args, context) => earlierOrLater(handedOverFromId, context),
  handedOverTo: ({ handedOverToId }, _args, context) => earlierOrLater(handedOverToId, context),
  extensions: ({ extensions }) => [...extensions],
  origin: ({ origin = 'APPLICATION' }) => origin,
  historySource: ({ enteredFrom = null }) => enteredFrom?.source ?? null,
  taskGroupChanges: ({ taskGroupChanges = [] }) => [...taskGroupChanges],
  corrections: ({ corrections = [] }) => [...corrections],
  struckOn: ({ struck }) => struck?.on ?? null,
  strikeReason: ({ struck }) => struck?.reason ?? null,
  strikeEvidence: ({ struck }) => struck?.evidence ?? null,
  stationsOpened: ({ stationsOpened }) => stationsOpened.length,
  allowedActions: async (pairing, _args, context) => {
    const { audience } = recordOf(pairing, await schemeOf(pairing.schemeId, context));
    const time = await context.loaders.correctionTime(pairing.countyCode);
    return [...actionsOnPairing(context.actor, pairing, { audience, ...time })];
  },
};

function earlierOrLater(id: PairingId | null, { loaders }: Context): Promise<PairingState | null> {
  return id === null ? Promise.resolve(null) : loaders.pairing.load(id);
}
