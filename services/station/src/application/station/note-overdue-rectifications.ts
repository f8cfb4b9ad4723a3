import { chinaDay, eachApart } from '@qianshou/kernel';
import { noteOverdue } from '../../domain/station/rectification.ts';
import type { Ports } from '../ports.ts';

/** Stations in one turn; the rest waits for the next. */
const MOST = 200;

/** Run by a job every so often: tells each rectification that has become late, once. */
export const noteOverdueRectifications =
  ({ stations, clock }: Pick<Ports, 'stations' | 'clock'>) =>
  async (): Promise<{ readonly found: number }> => {
    const today = chinaDay(clock.now());
    const due = await stations.findRectificationsDue(today, MOST);
    await eachApart(due, (station) => stations.save(noteOverdue(station, today)));
    return { found: due.length };
  };
