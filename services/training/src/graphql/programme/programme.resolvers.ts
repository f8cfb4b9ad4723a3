import { hasRole, publicLink, publicName, publicText } from '@qianshou/kernel';
import { history } from '@qianshou/service-kit/audit';
import { optional, pageOf, toConnection } from '@qianshou/service-kit/graphql';
import { programmeId } from '../../domain/ids.ts';
import { given } from '../reference/given.ts';
import {
  DEFAULT_MAKE_UP_DAYS,
  DEFAULT_OFFER_DAYS,
  isNational,
  isNationalProgramme,
} from '../../domain/programme/programme.ts';
import type {
  MutationResolvers,
  PassSettingsResolvers,
  ProgrammeFilter,
  ProgrammeResolvers,
  QueryResolvers,
} from '../generated/resolvers.ts';

export const programmeQueries = {
  programmeByCode: (_root, { code }, { useCases }) => useCases.findProgramme(code),
  programmes: async (_root, { where, orderBy, ...args }, { useCases }) => {
    const order = orderBy?.[0] ?? { field: 'CODE', direction: 'ASC' };
    return toConnection(await useCases.listProgrammes(filterOf(where ?? {}), order, pageOf(args)));
  },
} satisfies Partial<QueryResolvers>;

function filterOf({ kind, year, national, closed }: ProgrammeFilter) {
  return {
    kind: optional(kind, (one) => one.in),
    year: optional(year, ({ eq }) => eq),
    national: national ?? null,
    closed: closed ?? null,
  };
}

function target(input: { readonly code: string; readonly expectedVersion?: number | null | undefined }) {
  return { code: input.code, expectedVersion: input.expectedVersion ?? null };
}

export const programmeMutations = {
  announceProgramme: async (_root, { input }, { useCases, actor }) => {
    const { attendancePercent, passScore: score, makeUpDays, ...proposal } = input;
    const programme = await useCases.announceProgramme(
      {
        ...proposal,
        englishName: input.englishName ?? null,
        plannedHours: input.plannedHours ?? null,
        source: input.source ?? null,
        ceHours: input.ceHours ?? null,
        syllabusUrl: input.syllabusUrl ?? null,
        year: input.year ?? null,
        national: input.national ?? isNational(input.kind),
        passSettings: { attendancePercent, score, makeUpDays },
      },
      actor,
    );
    return { programme };
  },
  reviseProgramme: async (_root, { input }, { useCases, actor }) => {
    const { audience, audienceRule, plannedHours, ceHours, year, offerDays, chargedRegions } = input;
    publicText(input.reason, 'reason', 500);
    const name = optional(input.name, (raw) => publicName(raw, 'name', 100));
    const syllabusUrl = optional(input.syllabusUrl, (raw) => publicLink(raw, 'syllabusUrl'));
    const said = {
      name,
      syllabusUrl,
      audience,
      audienceRule,
      plannedHours,
      ceHours,
      year,
      offerDays,
      chargedRegions,
    };
    const { attendancePercent, passScore: score, makeUpDays } = input;
    const settings = given({ attendancePercent, score, makeUpDays });
    const programme = await useCases.reviseProgramme(
      { ...target(input), revision: given(said), settings },
      actor,
    );
    return { programme };
  },
  closeProgramme: async (_root, { input }, { useCases, actor }) => {
    const reason = publicText(input.reason, 'reason', 500);
    return { programme: await useCases.closeProgramme({ ...target(input), reason }, actor) };
  },
} satisfies Partial<MutationResolvers>;

/** Settings of before had no make-up days of their own. */
export const PassSettings: PassSettingsResolvers = {
  makeUpDays: ({ makeUpDays }) => makeUpDays ?? DEFAULT_MAKE_UP_DAYS,
};

export const Programme: ProgrammeResolvers = {
  history,
  __resolveReference: ({ id }, { loaders }) => loaders.programme.load(programmeId(id)),
  audienceRule: ({ audienceRule }) => audienceRule ?? 'WARN',
  national: (programme) => isNationalProgramme(programme),
  chargedRegions: ({ chargedRegions }) => (chargedRegions ?? []).map((code) => ({ code })),
  closedAt: ({ closed }) => closed?.at ?? null,
  closeReason: ({ closed }) => closed?.reason ?? null,
  allowedActions: ({ closed }, _args, { actor }) =>
    !closed && hasRole(actor, ['ADMIN', 'PROJECT_OFFICE']) ? ['REVISE', 'CLOSE'] : [],
  offerDays: ({ offerDays }) => offerDays ?? DEFAULT_OFFER_DAYS,
};
