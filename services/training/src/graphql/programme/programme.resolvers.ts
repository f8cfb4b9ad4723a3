import { history } from '@qianshou/service-kit/audit';
import { pageOf, toConnection } from '@qianshou/service-kit/graphql';
import { programmeId } from '../../domain/ids.ts';
import { DEFAULT_OFFER_DAYS } from '../../domain/programme/programme.ts';
import type { MutationResolvers, ProgrammeResolvers, QueryResolvers } from '../generated/resolvers.ts';

export const programmeQueries = {
  programmeByCode: (_root, { code }, { useCases }) => useCases.findProgramme(code),
  programmes: async (_root, args, { useCases }) => toConnection(await useCases.listProgrammes(pageOf(args))),
} satisfies Partial<QueryResolvers>;

export const programmeMutations = {
  announceProgramme: async (_root, { input }, { useCases, actor }) => {
    const { attendancePercent, passScore: score, ...proposal } = input;
    const programme = await useCases.announceProgramme(
      {
        ...proposal,
        englishName: input.englishName ?? null,
        plannedHours: input.plannedHours ?? null,
        source: input.source ?? null,
        passSettings: { attendancePercent, score },
      },
      actor,
    );
    return { programme };
  },
} satisfies Partial<MutationResolvers>;

export const Programme: ProgrammeResolvers = {
  history,
  __resolveReference: ({ id }, { loaders }) => loaders.programme.load(programmeId(id)),
  offerDays: ({ offerDays }) => offerDays ?? DEFAULT_OFFER_DAYS,
};
