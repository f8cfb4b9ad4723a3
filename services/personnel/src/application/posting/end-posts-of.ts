import { type CalendarDate, chinaDay, laterOf, publicLine } from '@qianshou/kernel';
import type { Posting } from '../../domain/posting/posting.ts';
import { end, type EndInput } from '../../domain/posting/posting-duty.ts';
import type { Workplace } from '../../domain/reference/workplace.ts';
import type { Ports } from '../ports.ts';

/** What ended a post that nobody ended: a code, which screens put into words. */
const WORKPLACE_CLOSED = publicLine('WORKPLACE_CLOSED', 'reason');

/** With a station or centre its posts end, and the clocks of those who held them stand still. */
export const endPostsOf =
  ({ postings, clock }: Pick<Ports, 'clock' | 'postings'>) =>
  async (place: Pick<Workplace, 'centreId' | 'stationId'>, closedOn: CalendarDate): Promise<void> => {
    const there = await postings.listAt(place);
    await endPosts({ postings, clock })(there, { endedOn: closedOn, reason: WORKPLACE_CLOSED });
  };

/** Nobody leaves before the first day of duty, whatever the day of the event. */
export const endPosts =
  ({ postings, clock }: Pick<Ports, 'clock' | 'postings'>) =>
  async (leaving: readonly Posting[], { endedOn: day, reason }: EndInput): Promise<void> => {
    const today = chinaDay(clock.now());
    for (const posting of leaving) {
      const endedOn = laterOf(day, posting.startedOn ?? day);
      await postings.save(end(posting, { endedOn, reason }, laterOf(today, endedOn)));
    }
  };
