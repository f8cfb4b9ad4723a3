import type { CalendarDate, Change } from '@qianshou/kernel';
import type { AgencyId, PostingId } from '../ids.ts';
import { isFullTime, isOnDuty, type Posting, type PostingEvent, postFacts } from './posting.ts';

/** Officials are of no operator; of all others those stay who are on duty and whom the bureau named. */
export function staysWithStation(posting: Posting, named: readonly PostingId[]): boolean {
  return !isFullTime(posting.role) || (isOnDuty(posting) && named.includes(posting.id));
}

/** The station's new operator is that of the post from then on; post, clock and training stay what they are. */
export function passOver<Post extends Posting>(
  posting: Post,
  operatorAgencyId: AgencyId | null,
  from: CalendarDate,
): Change<Post, PostingEvent> {
  const { operatorAgencyId: operatorBefore } = posting;
  return {
    state: { ...posting, operatorAgencyId },
    events: [{ type: 'posting.passed-over', ...postFacts(posting), operatorAgencyId, operatorBefore, from }],
  };
}
