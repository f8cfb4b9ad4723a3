import { codeOfId, idOfCode, NATION } from '@qianshou/kernel';
import { history } from '@qianshou/service-kit/audit';
import { ofParent, optional, pageOf, toConnection } from '@qianshou/service-kit/graphql';
import { isCovered, isKeyCounty, KEY_COUNTIES_PLANNED } from '../../domain/county/recipient-county.ts';
import type {
  PairingFiguresResolvers,
  QueryResolvers,
  Rate,
  RecipientCountyResolvers,
  RegionResolvers,
} from '../generated/resolvers.ts';
import {
  asOf,
  confirmedFigures,
  figure,
  minimumDays,
  rateOf,
  taskGroupFigures,
} from '../work/kept-figures.ts';
import type { PairingFiguresParent } from '../mappers.ts';
import { pairingsOf } from '../pairing/pairing.resolvers.ts';
import { directionOf } from '../reference/record-list.ts';
import { yearOfRegion } from '../work/pairing-year.resolvers.ts';

export const regionQueries = {
  recipientCounties: async (_root, { where, orderBy, ...args }, { useCases }) =>
    toConnection(
      await useCases.listRecipientCounties(
        {
          within: optional(where?.regionCode, ({ within }) => within),
          keyCounty: where?.keyCounty ?? null,
          covered: where?.covered ?? null,
        },
        directionOf(orderBy, 'ASC'),
        pageOf(args),
      ),
    ),
} satisfies Partial<QueryResolvers>;

export const Region: RegionResolvers = {
  __resolveReference: ({ code }) => ({ code }),
  id: ({ code }) => idOfCode('reg', code),
  recipientCounty: ({ code }, _args, { loaders }) => loaders.county.load(code),
  pairings: ({ code }, { where, ...args }, context) =>
    pairingsOf({ ...args, where: ofParent(where, { regionCode: { within: code } }) }, context),
  pairingYear: ({ code }, { year }, context) => yearOfRegion(code, year, context),
  pairingFigures: async ({ code }, _args, { loaders }) => ({ code, kept: await loaders.figures.load(code) }),
};

export const RecipientCounty: RecipientCountyResolvers = {
  __resolveReference: (key, { loaders }) =>
    loaders.county.load('code' in key ? key.code : codeOfId('rct', key.id)),
  id: ({ id }) => idOfCode('rct', id),
  history,
  code: ({ id }) => id,
  county: ({ id }) => ({ code: id }),
  keyCounty: isKeyCounty,
  covered: isCovered,
  stationsOpened: ({ stationsOpened }) => stationsOpened.length,
};

export const PairingFigures: PairingFiguresResolvers = {
  schemesOpened: (parent) => figure(parent, 'schemesOpened'),
  applicationsSubmitted: (parent) => figure(parent, 'applicationsSubmitted'),
  pairingsMatched: (parent) => figure(parent, 'pairingsMatched'),
  pairingsOfHistory: (parent) => figure(parent, 'pairingsOfHistory'),
  pairingsActive: (parent) => figure(parent, 'pairingsActive'),
  keyCountiesLoaded: (parent) => figure(parent, 'keyCountiesLoaded'),
  keyCountiesPlanned: ({ code }) => (code === NATION ? KEY_COUNTIES_PLANNED : null),
  keyCountiesWithActivePairing: (parent) => figure(parent, 'keyCountiesWithActivePairing'),
  keyCountyCoverage: (parent) => (parent.code === NATION ? coverage(parent, KEY_COUNTIES_PLANNED) : null),
  keyCountyCoverageLoaded: (parent) => coverage(parent, figure(parent, 'keyCountiesLoaded')),
  stationsOpenedByPairings: (parent) => figure(parent, 'stationsOpenedByPairings'),
  agenciesRegistered: (parent) => figure(parent, 'agenciesRegistered'),
  keyCountiesWithoutPairing: (parent) =>
    figure(parent, 'keyCountiesLoaded') - figure(parent, 'keyCountiesWithActivePairing'),
  workersPresent: (parent) => figure(parent, 'workersPresent'),
  workersSent: (parent) => figure(parent, 'workersSent'),
  workingDays: (parent) => figure(parent, 'workingDays'),
  minimumDays,
  confirmed: confirmedFigures,
  trainees: (parent) => figure(parent, 'trainees'),
  agenciesGrown: (parent) => figure(parent, 'agenciesGrown'),
  peopleTrained: (parent) => figure(parent, 'peopleTrained'),
  documentsIssued: (parent) => figure(parent, 'documentsIssued'),
  taskGroups: (parent) => taskGroupFigures(parent, { targets: true }),
  asOf,
};

/** PAIR-2: of how many key counties a pairing is at work. */
function coverage(parent: PairingFiguresParent, denominator: number): Rate {
  return rateOf(parent, figure(parent, 'keyCountiesWithActivePairing'), denominator);
}
