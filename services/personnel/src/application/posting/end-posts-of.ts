import { type CalendarDate, chinaDay, laterOf, publicLine } from '@qianshou/kernel';
import { end } from '../../domain/posting/posting-duty.ts';
import type { Workplace } from '../../domain/reference/workplace.ts';
import type { Ports } from '../ports.ts';

/** What ended a post that nobody ended: a code, which screens put into words. */
const WORKPLACE_CLOSED = publicLine('WORKPLACE_CLOSED', 'reason');

/** With a station or centre its posts end, and the clocks of those who held them stand still. */
export const endPostsOf =
  ({ postings, clock }: Pick<Ports, 'clock' | 'postings'>) =>
  async (place: Pick<Workplace, 'centreId' | 'stationId'>, closedOn: CalendarDate): Promise<void> => {
    const today = chinaDay(clock.now());
    for (const posting of await postings.listAt(place)) {
      const endedOn = laterOf(closedOn, posting.startedOn ?? closedOn);
      const on = { endedOn, reason: WORKPLACE_CLOSED };
      await postings.save(end(posting, on, laterOf(today, endedOn)));
    }
  };
