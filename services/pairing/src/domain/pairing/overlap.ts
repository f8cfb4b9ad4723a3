import { chinaDay, type CalendarDate } from '@qianshou/kernel';
import { agenciesOverlap } from '../agency/errors.ts';
import type { AgencyId } from '../ids.ts';
import type { Pairing } from './pairing.ts';

/** PAIR-1, PAIR-14: what two entries did must be what one agency could have done; a match that never was did nothing. */
export function refuseOverlap(pairings: readonly Pairing[], kept: AgencyId, dropped: AgencyId): void {
  const standing = pairings.filter(({ struck = null }) => struck === null);
  const [ofKept, ofDropped] = [kept, dropped].map((id) => standing.filter((pairing) => isSide(pairing, id)));
  for (const one of ofDropped ?? []) {
    const other = (ofKept ?? []).find((each) => each.id === one.id || clash(one, each, dropped, kept));
    if (other !== undefined) throw agenciesOverlap({ pairNo: one.pairNo, otherPairNo: other.pairNo });
  }
}

function isSide({ dispatchingAgencyId, recipientAgencyId }: Pairing, id: AgencyId): boolean {
  return dispatchingAgencyId === id || recipientAgencyId === id;
}

/** The same role in the same year, on the same days. */
export function clash(one: Pairing, other: Pairing, ofOne: AgencyId, ofOther: AgencyId): boolean {
  const sameRole = (one.dispatchingAgencyId === ofOne) === (other.dispatchingAgencyId === ofOther);
  return (
    sameRole &&
    one.cycleYear === other.cycleYear &&
    firstOf(one) < lastOf(other) &&
    firstOf(other) < lastOf(one)
  );
}

function firstOf({ signedOn, matchedAt }: Pairing): CalendarDate {
  return signedOn ?? chinaDay(matchedAt);
}

const STILL = '9999-12-31' as CalendarDate;

/** On the day on which it ended another one may begin. */
function lastOf({ completedOn, terminatedOn }: Pairing): CalendarDate {
  return completedOn ?? terminatedOn ?? STILL;
}
