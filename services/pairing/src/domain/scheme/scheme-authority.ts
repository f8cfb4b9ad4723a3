import {
  addDays,
  calendarDate,
  type CalendarDate,
  publicLine,
  publicName,
  type PublicText,
  type Written,
} from '@qianshou/kernel';
import { authorityOverlaps } from '../reference/errors.ts';

/** Who stands for a scheme, and from when on: up to the day before the next one does. */
export interface Authority {
  readonly name: PublicText;
  readonly since: CalendarDate;
  /** The document that says so. */
  readonly documentNo: PublicText;
}

/** Whoever opens a scheme stands for it from the first day of its year. */
export function firstAuthority(opening: {
  readonly competentAuthority: string;
  readonly documentNo: string;
  readonly year: number;
}): Authority {
  return {
    name: publicName(opening.competentAuthority, 'competentAuthority'),
    since: calendarDate(`${opening.year}-01-01`),
    documentNo: publicLine(opening.documentNo, 'documentNo', 100),
  };
}

/** One at a time, one after the other: what was valid stays as it was. */
export function nextAuthority(earlier: readonly Authority[], next: Written<Authority>): Authority {
  const last = earlier.at(-1);
  if (last !== undefined && next.since <= last.since)
    throw authorityOverlaps({ name: last.name, since: last.since });
  return {
    name: publicName(next.name, 'competentAuthority'),
    since: next.since,
    documentNo: publicLine(next.documentNo, 'documentNo', 100),
  };
}

export interface AuthorityTerm extends Authority {
  /** The last day; null while nobody follows. */
  readonly until: CalendarDate | null;
}

export function termsOf(authorities: readonly Authority[]): readonly AuthorityTerm[] {
  return authorities.map((authority, at) => {
    const next = authorities[at + 1];
    return { ...authority, until: next === undefined ? null : addDays(next.since, -1) };
  });
}

/** Before the first one's day it is the first one: somebody stood for the scheme when it was opened. */
export function authorityOn(authorities: readonly Authority[], day: CalendarDate): string {
  const current = authorities.findLast(({ since }) => since <= day) ?? authorities[0];
  return current?.name ?? '';
}
