import type { CalendarDate, PublicText, Recorded, Struck } from '@qianshou/kernel';
import type { LeaveId, PostingId } from '../ids.ts';

export const LEAVE_KINDS = ['MATERNITY', 'SICK', 'OTHER'] as const;

export type LeaveKind = (typeof LEAVE_KINDS)[number];

export interface LeaveTerms {
  readonly kind: LeaveKind;
  readonly from: CalendarDate;
  /** Last day. */
  readonly to: CalendarDate;
}

/** The seat is held meanwhile, and somebody may stand in. */
export interface Leave extends LeaveTerms {
  readonly id: LeaveId;
  readonly struck: Struck | null;
  /** What was said of it before, oldest first. */
  readonly corrections: readonly (Struck & LeaveTerms)[];
  readonly recorded: Recorded | null;
}

/** The worker's own word. */
export interface Resignation {
  readonly submittedOn: CalendarDate;
  readonly lastDay: CalendarDate;
}

/** One thing that is handed over by who leaves. */
export interface HandOverItem {
  readonly item: PublicText;
  /** Null: not yet. */
  readonly doneOn: CalendarDate | null;
}

export interface PostingDays {
  readonly startedOn: CalendarDate;
  readonly endedOn: CalendarDate | null;
}

/** What can happen to a post beside its life cycle; absent in rows of before. */
export interface LifeOfPost {
  readonly leaves?: readonly Leave[];
  /** A post whose holder is on leave: this one takes no seat of its own. */
  readonly substituteFor?: PostingId | null;
  /** PER-1: heads the station for a time without being its director. */
  readonly acting?: boolean;
  /** The last day that is known beforehand: of who stands in, acts, or has resigned. */
  readonly endsOn?: CalendarDate | null;
  readonly resignation?: Resignation | null;
  readonly handOver?: readonly HandOverItem[];
  readonly struck?: Struck | null;
  readonly daysBefore?: readonly (Struck & PostingDays)[];
}

/** Leaves that stand. */
export function leavesOf({ leaves = [] }: Pick<LifeOfPost, 'leaves'>): readonly Leave[] {
  return leaves.filter(({ struck }) => struck === null);
}

export function leaveOn(post: Pick<LifeOfPost, 'leaves'>, day: CalendarDate): Leave | null {
  return leavesOf(post).find(({ from, to }) => from <= day && day <= to) ?? null;
}

/** What is told of it; each says which post it is. */
export type LifeEvent<Facts> = Facts &
  (
    | {
        readonly type: 'posting.leave-recorded' | 'posting.leave-corrected' | 'posting.leave-struck';
        readonly from: CalendarDate;
        readonly to: CalendarDate;
      }
    | { readonly type: 'posting.resigned'; readonly lastDay: CalendarDate }
    | { readonly type: 'posting.term-moved'; readonly endsOn: CalendarDate }
    | { readonly type: 'posting.hand-over-changed'; readonly open: number }
    | (PostingDays & { readonly type: 'posting.corrected'; readonly before: PostingDays })
    | { readonly type: 'posting.struck'; readonly wasOnDuty: boolean }
  );
