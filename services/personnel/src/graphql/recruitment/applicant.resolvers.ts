import { canRecruit } from '../../domain/recruitment/policy.ts';
import { type FrozenPlace, ranking, reasonOf } from '../../domain/recruitment/ranking.ts';
import type { Applicant, RecruitmentNotice } from '../../domain/recruitment/recruitment-notice.ts';
import { visibleWorker } from '../../domain/worker/policy.ts';
import type { Context } from '../context.ts';
import type { RecruitmentApplicantResolvers } from '../generated/resolvers.ts';
import type { ShownApplicant } from '../mappers.ts';

/** By the ranking: the frozen one, or while applications are taken as it would be now. */
export async function applicantsShown(
  notice: RecruitmentNotice,
  { loaders, useCases, actor }: Context,
): Promise<ShownApplicant[] | null> {
  // A province reads who applied nowhere.
  if (!canRecruit(actor, notice)) return null;
  const live = new Map<string, FrozenPlace>();
  if (notice.status === 'OPEN') {
    const workers = await Promise.all(notice.applicants.map((each) => loaders.worker.load(each.workerId)));
    for (const each of ranking(useCases.rankedOf(notice, workers))) live.set(each.workerId, each);
  }
  return notice.applicants
    .map((each) => ({ ...each, shown: each.placed ?? live.get(each.workerId) ?? null }))
    .toSorted((one, other) => placeOf(one) - placeOf(other));
}

function placeOf({ shown }: ShownApplicant): number {
  return shown?.place ?? Number.MAX_SAFE_INTEGER;
}

export const RecruitmentApplicant: RecruitmentApplicantResolvers = {
  worker: async ({ workerId }, _args, { loaders, actor }) =>
    visibleWorker(actor, await loaders.worker.load(workerId)),
  place: ({ shown }) => shown?.place ?? null,
  rank: ({ shown }) => shown?.rank ?? null,
  reason: ({ shown, score }) => (shown === null ? null : reasonOf(shown, score)),
  corrections: ({ corrections }: Applicant) => [...corrections],
};
