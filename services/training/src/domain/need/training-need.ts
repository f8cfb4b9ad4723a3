import { type CalendarDate, isWithin, type RegionCode } from '@qianshou/kernel';
import type { AgencyId, PostingId, WorkerId } from '../ids.ts';

/**
 * A worker whom an event sent to training and who has no place yet: proposed for a post (岗前), or near the end of
 * the two years (考前). It waits for the next class that fits; there is one at most per post and kind.
 */
export interface TrainingNeed {
  readonly kind: NeedKind;
  readonly postingId: PostingId;
  readonly workerId: WorkerId;
  /** The operator of the post, who organises its pre-job training; for the exam the employer. Null where unknown. */
  readonly agencyId: AgencyId | null;
  readonly countyCode: RegionCode;
  readonly certifiedLocal: boolean;
  readonly deadline: CalendarDate | null;
  readonly since: Date;
}

export type NeedKind = 'PRE_JOB' | 'EXAM_PREP';

export type NeedMatch = Pick<TrainingNeed, 'kind' | 'agencyId' | 'countyCode'>;

/** Pre-job needs meet classes of their operator in their county, or of any there; needs of the exam those around them. */
export function isAnsweredBy(
  need: NeedMatch,
  group: {
    readonly kind: string;
    readonly regionCode: RegionCode;
    readonly organiserAgencyId: AgencyId | null;
  },
): boolean {
  if (need.kind !== group.kind) return false;
  if (need.kind === 'EXAM_PREP') return isWithin(need.countyCode, group.regionCode);
  const { agencyId, countyCode } = need;
  return countyCode === group.regionCode && (agencyId === null || agencyId === group.organiserAgencyId);
}

/** TRA-5: a class that ends after the certificate is due helps nobody to it. */
export function helpsInTime(
  { endsOn }: { readonly endsOn: CalendarDate },
  deadline: CalendarDate | null,
): boolean {
  return deadline === null || endsOn <= deadline;
}

export function needId(kind: NeedKind, postingId: PostingId): string {
  return `${kind}:${postingId}`;
}

/**
 * Who matches needs with classes holds this key first: else a need that arrives and a class that opens at the same
 * moment would each miss the other. Only what competes is held: pre-job needs meet classes of one operator in one
 * county, needs of the exam those of a county. A need of the exam and a wider class that miss each other all the same
 * are brought together by the job that follows.
 */
export function matchingKey({ kind, agencyId, countyCode }: NeedMatch): string {
  return kind === 'PRE_JOB'
    ? `needs:PRE_JOB:${agencyId ?? 'none'}:${countyCode}`
    : `needs:EXAM_PREP:${countyCode}`;
}

/** TRA-7: certified locals, then the nearest deadline, then the longest wait. */
export function byNeedPriority(a: TrainingNeed, b: TrainingNeed): number {
  if (a.certifiedLocal !== b.certifiedLocal) return a.certifiedLocal ? -1 : 1;
  const deadlines = compareText(a.deadline ?? '', b.deadline ?? '');
  return deadlines === 0 ? a.since.getTime() - b.since.getTime() : deadlines;
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}
