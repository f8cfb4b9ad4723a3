import { candidateFor } from '../../domain/posting/candidate.ts';
import { standingApplicants } from '../../domain/recruitment/applicants.ts';
import type { Ranked } from '../../domain/recruitment/ranking.ts';
import type { RecruitmentNotice } from '../../domain/recruitment/recruitment-notice.ts';
import type { SocialWorker } from '../../domain/worker/social-worker.ts';

/** What the ranking reads of those who stand in a notice, as their records say it now. */
export function rankedOf(
  notice: RecruitmentNotice,
  workers: readonly (SocialWorker | null)[],
): readonly Ranked[] {
  return standingApplicants(notice).flatMap(({ workerId, score, appliedOn }) => {
    const worker = workers.find((each) => each?.id === workerId) ?? null;
    if (worker === null) return [];
    const { rank, preferredEducation } = candidateFor(worker, notice.countyCode);
    return [{ workerId, score, appliedOn, rank, preferredEducation }];
  });
}
