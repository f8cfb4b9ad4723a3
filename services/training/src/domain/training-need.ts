import type { CalendarDate, RegionCode } from '@qianshou/kernel';
import type { AgencyId, PostingId, WorkerId } from './ids.ts';

/**
 * A worker whom an event sent to training and who has no place yet: proposed for a post (岗前), or near the end of
 * the two years (考前). It waits for the next class that fits; there is one at most per post and kind.
 */
export interface TrainingNeed {
  readonly kind: NeedKind;
  readonly postingId: PostingId;
  readonly workerId: WorkerId;
  /** The operator of the post; null where the post has none (yet). */
  readonly operatorAgencyId: AgencyId | null;
  readonly countyCode: RegionCode;
  readonly certifiedLocal: boolean;
  readonly deadline: CalendarDate | null;
  readonly since: Date;
}

export type NeedKind = 'PRE_JOB' | 'EXAM_PREP';

export function needId({ kind, postingId }: Pick<TrainingNeed, 'kind' | 'postingId'>): string {
  return `${kind}:${postingId}`;
}

/**
 * Everybody who matches needs with classes holds this key first: else a need that arrives and a class that opens at
 * the same moment would each miss the other. Pre-job needs meet classes of one operator in one county only.
 */
export function matchingKey(match: Pick<TrainingNeed, 'kind' | 'operatorAgencyId' | 'countyCode'>): string {
  return match.kind === 'PRE_JOB'
    ? `needs:PRE_JOB:${match.operatorAgencyId ?? 'none'}:${match.countyCode}`
    : 'needs:EXAM_PREP';
}
