import type { ClockStanding } from '../clock/person-clock.ts';
import type { Deadline } from '../clock/deadline.ts';
import type { Posting, PostingStatus } from './posting.ts';

const STANDINGS: Partial<Record<PostingStatus, ClockStanding>> = {
  ON_DUTY: 'RUNNING',
  CERT_WARNING: 'NEAR',
  CERT_OVERDUE: 'OVERDUE',
};

/** PER-9: the deadline of a post on which a clock runs; null where none does. */
export function deadlineOf(posting: Posting): Omit<Deadline, 'id'> | null {
  const { id, workerId, role, countyCode, townshipCode, operatorAgencyId } = posting;
  const { certificate, clock, status } = posting;
  const standing = STANDINGS[status];
  if (certificate !== 'RUNNING' || clock === null || standing === undefined) return null;
  return {
    kind: 'CERTIFICATE',
    workerId,
    countyCode,
    townshipCode,
    agencyId: operatorAgencyId,
    postingId: id,
    role,
    subjectId: id,
    startedOn: clock.startedOn,
    dueOn: clock.deadline,
    standing,
  };
}

/** What is asked by the standing of a post is asked by that of its clock. */
export function standingsOf(status: readonly PostingStatus[]): readonly ClockStanding[] {
  return status.flatMap((each) => STANDINGS[each] ?? []);
}

export function statusOf({ kind, standing }: Pick<Deadline, 'kind' | 'standing'>): PostingStatus | null {
  if (kind !== 'CERTIFICATE') return null;
  const found = Object.entries(STANDINGS).find(([, each]) => each === standing);
  return (found?.[0] as PostingStatus | undefined) ?? null;
}
