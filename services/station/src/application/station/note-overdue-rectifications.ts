import { chinaDay, eachApart } from '@qianshou/kernel';
import { noteOverdue } from '../../domain/station/rectification.ts';
import type { Ports } from '../ports.ts';

/** Run by a job every so often: tells each rectification that has become late, once. */
export const noteOverdueRectifications =
  ({ stations, clock }: Pick<Ports, 'stations' | 'clock'>) =>
  async (): Promise<{ readonly found: number }> => {
    const today = chinaDay(clock.now());
    const found = await eachApart(stations.rectificationsDue(today), async (id) =>
      stations.save(noteOverdue(await stations.get(id), today)),
    );
    return { found };
  };
