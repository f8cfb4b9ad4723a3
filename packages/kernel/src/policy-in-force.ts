import { type CalendarDate } from './calendar-date.ts';

/** The days of a local policy. A day is a calendar day in China; `null` or absent: it has not been said. */
export interface PolicyDays {
  /** The first day on which it rules. */
  readonly validFrom: CalendarDate;
  /** The first day on which it rules no longer. */
  readonly validTo: CalendarDate | null;
  /** The first day of its successor. */
  readonly supersededOn?: CalendarDate | null;
  /** Taken back before it began: it rules on no day. */
  readonly withdrawnOn?: CalendarDate | null;
}

/** Where a policy stands on a day. */
export const POLICY_STANDINGS = ['NOT_BEGUN', 'IN_FORCE', 'SUPERSEDED', 'ENDED', 'WITHDRAWN'] as const;

export type PolicyStanding = (typeof POLICY_STANDINGS)[number];

export function standingOn(policy: PolicyDays, day: CalendarDate): PolicyStanding {
  if (isSaid(policy.withdrawnOn)) return 'WITHDRAWN';
  if (day < policy.validFrom) return 'NOT_BEGUN';
  if (hasCome(policy.supersededOn, day)) return 'SUPERSEDED';
  return hasCome(policy.validTo, day) ? 'ENDED' : 'IN_FORCE';
}

/**
 * The one of a region's policies that rules on a day: from its first day to the day before its end or its successor's
 * first day, and on no other. An ended policy never falls back to an older one, however little was heard of the older.
 */
export function policyInForce<Policy extends PolicyDays>(
  policies: readonly Policy[],
  day: CalendarDate,
): Policy | null {
  const begun = policies.filter((policy) => !isSaid(policy.withdrawnOn) && policy.validFrom <= day);
  const last = begun.toSorted((a, b) => (a.validFrom < b.validFrom ? 1 : -1))[0];
  return last !== undefined && standingOn(last, day) === 'IN_FORCE' ? last : null;
}

function isSaid(on: CalendarDate | null | undefined): on is CalendarDate {
  return on !== null && on !== undefined;
}

function hasCome(on: CalendarDate | null | undefined, day: CalendarDate): boolean {
  return isSaid(on) && on <= day;
}

/** PER-9, domain 15: ours, and a county may say otherwise. */
export const DEFAULT_CERTIFICATE_GAP_DAYS = 180;

/** PER-9: how many days before the deadline of the certificate it is warned of; ours, and a county may say otherwise. */
export const DEFAULT_CERTIFICATE_WARNING_DAYS: readonly number[] = [180, 90, 30];

/** Days of recruiting (PER-4): ours, and a county may say otherwise. */
export const RECRUITING_DAYS = {
  /** Of public notice, before the three sign. */
  recruitmentNoticeDays: 5,
  /** After the end of a recruitment, until who was not taken is erased. */
  applicantDays: 30,
  /** In which a vacant post is to be filled. */
  vacancyDays: 60,
} as const;

/** TRA-8, ours: how often a station is supervised in a quarter where its county decided nothing. */
export const DEFAULT_SUPERVISIONS_PER_QUARTER = 1;
