import { pageOf, toConnection } from '@qianshou/service-kit/graphql';
import type { PairingFilter } from '../application/ports.ts';
import { actionsOnPairing } from '../domain/allowed-actions.ts';
import { pairingId } from '../domain/ids.ts';
import type {
  MutationResolvers,
  PairingFilter as PairingFilterInput,
  PairingResolvers,
  QueryResolvers,
} from './generated/resolvers.ts';
import { agencyOf, schemeOf } from './references.ts';

export const pairingQueries = {
  pairing: (_root, { id }, { loaders }) => loaders.pairing.load(pairingId(id)),
  pairings: async (_root, { where, orderBy, ...args }, { useCases }) =>
    toConnection(
      await useCases.listPairings(
        filterOf(where ?? {}),
        orderBy?.[0] ?? { field: 'COUNTY_CODE', direction: 'ASC' },
        pageOf(args),
      ),
    ),
} satisfies Partial<QueryResolvers>;

function filterOf({ regionCode, status, cycleYear }: PairingFilterInput): PairingFilter {
  return {
    within: regionCode?.within ?? null,
    status: status?.in ?? null,
    cycleYear: cycleYear?.eq ?? null,
  };
}

export const pairingMutations = {
  signPairing: async (_root, { input }, { useCases, actor }) => ({
    pairing: await useCases.signPairing(
      {
        ...input,
        pairingId: pairingId(input.pairingId),
        expectedVersion: input.expectedVersion ?? null,
      },
      actor,
    ),
  }),
  startPairing: async (_root, { input }, { useCases, actor }) => ({
    pairing: await useCases.startPairing(
      {
        ...input,
        pairingId: pairingId(input.pairingId),
        expectedVersion: input.expectedVersion ?? null,
      },
      actor,
    ),
  }),
} satisfies Partial<MutationResolvers>;

export const Pairing: PairingResolvers = {
  __resolveReference: ({ id }, { loaders }) => loaders.pairing.load(pairingId(id)),
  scheme: ({ schemeId }, _args, context) => schemeOf(schemeId, context),
  dispatchingAgency: ({ dispatchingAgencyId }, _args, context) => agencyOf(dispatchingAgencyId, context),
  recipientAgency: ({ recipientAgencyId }, _args, context) => agencyOf(recipientAgencyId, context),
  county: ({ countyCode }) => ({ code: countyCode }),
  taskGroups: ({ taskGroups }) => [...taskGroups],
  stationsOpened: ({ stationsOpened }) => stationsOpened.length,
  allowedActions: (pairing, _args, { actor }) => [...actionsOnPairing(actor, pairing)],
};
