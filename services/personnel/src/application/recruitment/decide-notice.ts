import { type Command, decision, type Grounds, mayPutRight, type PublicText } from '@qianshou/kernel';
import { puttingRight } from '../../domain/recruitment/actions.ts';
import { standingApplicants } from '../../domain/recruitment/applicants.ts';
import { mayAnnounce, mayRecruit } from '../../domain/recruitment/policy.ts';
import {
  announce,
  type Announcement,
  cancelNotice,
  closeNotice,
} from '../../domain/recruitment/recruitment-decisions.ts';
import {
  correctNotice,
  type NoticeTerms,
  type Recruited,
  type RecruitmentNotice,
} from '../../domain/recruitment/recruitment-notice.ts';
import type { Ports } from '../ports.ts';
import { seenWorker } from '../reference/seen.ts';
import { todayOf } from '../reference/today-of.ts';
import { type NoticeTarget, onNotice, policyOf } from './on-notice.ts';
import { rankedOf } from './ranked-of.ts';

type Deps = Pick<Ports, 'clock' | 'policies' | 'recruitments' | 'unitOfWork' | 'workers'>;

export interface CorrectRecruitmentInput extends NoticeTarget, Grounds {
  readonly corrected: Partial<NoticeTerms>;
}

export const correctRecruitment = (deps: Deps): Command<CorrectRecruitmentInput, RecruitmentNotice> =>
  decision<CorrectRecruitmentInput, RecruitmentNotice, Recruited, RecruitmentNotice>(deps.unitOfWork, {
    ...onNotice(deps),
    may: (actor, notice) => mayPutRight(actor, puttingRight(notice, actor, todayOf(deps))),
    decide: async (notice, { corrected, reason, evidence }) => {
      const policy = await policyOf(deps, notice);
      return correctNotice(notice, corrected, { reason, evidence, policy, today: todayOf(deps) });
    },
  });

export const closeRecruitment = (deps: Deps): Command<NoticeTarget, RecruitmentNotice> =>
  decision<NoticeTarget, RecruitmentNotice, Recruited, RecruitmentNotice>(deps.unitOfWork, {
    ...onNotice(deps),
    may: mayRecruit,
    decide: async (notice) => {
      const workers = await deps.workers.findMany(standingApplicants(notice).map((each) => each.workerId));
      return closeNotice(notice, rankedOf(notice, workers), todayOf(deps));
    },
  });

export interface AnnounceRecruitmentInput extends NoticeTarget, Announcement {}

export const announceRecruitment = (deps: Deps): Command<AnnounceRecruitmentInput, RecruitmentNotice> =>
  decision<AnnounceRecruitmentInput, RecruitmentNotice, Recruited, RecruitmentNotice>(deps.unitOfWork, {
    ...onNotice(deps),
    may: mayAnnounce,
    decide: async (notice, announcement, actor) => {
      for (const workerId of announcement.taken ?? []) await seenWorker(deps.workers, workerId, actor);
      return announce(notice, announcement, await policyOf(deps, notice), todayOf(deps));
    },
  });

export interface CancelRecruitmentInput extends NoticeTarget {
  readonly reason: PublicText;
}

export const cancelRecruitment = (deps: Deps): Command<CancelRecruitmentInput, RecruitmentNotice> =>
  decision<CancelRecruitmentInput, RecruitmentNotice, Recruited, RecruitmentNotice>(deps.unitOfWork, {
    ...onNotice(deps),
    may: mayAnnounce,
    decide: async (notice, { reason }) =>
      cancelNotice(notice, { reason, today: todayOf(deps) }, await policyOf(deps, notice)),
  });
