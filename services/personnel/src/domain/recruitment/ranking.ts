import type { CalendarDate } from '@qianshou/kernel';
import type { WorkerId } from '../ids.ts';
import { CANDIDATE_RANKS, type CandidateRank } from '../posting/candidate.ts';

/** By what one applicant stands before another, the first that tells them apart. */
export const RANKING_CRITERIA = ['PRECEDENCE', 'EDUCATION', 'SCORE', 'APPLIED_EARLIER'] as const;

export type RankingCriterion = (typeof RANKING_CRITERIA)[number];

/** What the ranking reads of an applicant. */
export interface Ranked {
  readonly workerId: WorkerId;
  readonly rank: CandidateRank;
  readonly preferredEducation: boolean;
  readonly score: number | null;
  readonly appliedOn: CalendarDate;
}

/** The place of an applicant, and what gave it. */
export interface FrozenPlace extends Pick<Ranked, 'preferredEducation' | 'rank'> {
  readonly place: number;
  /** What sets them behind the place before; of the first, what sets them before the second. */
  readonly criterion: RankingCriterion;
}

const BY: Readonly<Record<RankingCriterion, (one: Ranked, other: Ranked) => number>> = {
  PRECEDENCE: (one, other) => CANDIDATE_RANKS.indexOf(one.rank) - CANDIDATE_RANKS.indexOf(other.rank),
  EDUCATION: (one, other) => Number(other.preferredEducation) - Number(one.preferredEducation),
  SCORE: (one, other) => (other.score ?? -1) - (one.score ?? -1),
  APPLIED_EARLIER: (one, other) => one.appliedOn.localeCompare(other.appliedOn),
};

/** PER-5 before PER-6 before the score; whoever was entered first, where nothing else tells two apart. */
export function ranking(applicants: readonly Ranked[]): readonly (Ranked & FrozenPlace)[] {
  const sorted = applicants.toSorted((one, other) => {
    const criterion = RANKING_CRITERIA.find((each) => BY[each](one, other) !== 0);
    return criterion === undefined ? 0 : BY[criterion](one, other);
  });
  return sorted.map((each, at) => ({
    ...each,
    place: at + 1,
    criterion: criterionBetween(each, sorted[at === 0 ? 1 : at - 1]),
  }));
}

function criterionBetween(one: Ranked, other: Ranked | undefined): RankingCriterion {
  if (other === undefined) return 'PRECEDENCE';
  return RANKING_CRITERIA.find((each) => BY[each](one, other) !== 0) ?? 'APPLIED_EARLIER';
}

const RANKS: Readonly<Record<CandidateRank, { readonly en: string; readonly zh: string }>> = {
  CERTIFIED_LOCAL: { en: 'certified and local', zh: '持证且为本地人员' },
  CERTIFIED: { en: 'certified', zh: '持证' },
  LOCAL: { en: 'local', zh: '本地人员' },
  OTHER: { en: 'neither certified nor local', zh: '未持证且非本地' },
};

/** The reason of a place in words, as it is announced. */
export function reasonOf({ rank, criterion, preferredEducation }: FrozenPlace, score: number | null) {
  const { en, zh } = RANKS[rank];
  const study = preferredEducation
    ? { en: 'within the preferred education', zh: '符合学历专业要求' }
    : { en: 'outside the preferred education', zh: '不符合学历专业要求' };
  switch (criterion) {
    case 'PRECEDENCE':
      return { rule: 'PER-5', criterion, en: `By precedence: ${en}.`, zh: `按优先序：${zh}。` };
    case 'EDUCATION':
      return { rule: 'PER-6', criterion, en: `${en}; ${study.en}.`, zh: `${zh}；${study.zh}。` };
    case 'SCORE':
      return {
        rule: null,
        criterion,
        en: `Equal in precedence and education; score ${score ?? 'none'}.`,
        zh: `优先序与学历相同；得分 ${score ?? '无'}。`,
      };
    case 'APPLIED_EARLIER':
      return {
        rule: null,
        criterion,
        en: 'Equal in precedence, education and score; by the order of application.',
        zh: '优先序、学历与得分均相同，按报名先后。',
      };
  }
}
