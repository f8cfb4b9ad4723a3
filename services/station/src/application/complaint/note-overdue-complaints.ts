import { chinaDay, eachApart } from '@qianshou/kernel';
import { noteComplaintOverdue } from '../../domain/complaint/complaint.ts';
import type { Ports } from '../ports.ts';

/** Run by a job every so often: tells each complaint that has become late, once. */
export const noteOverdueComplaints =
  ({ complaints, clock }: Pick<Ports, 'complaints' | 'clock'>) =>
  async (): Promise<{ readonly found: number }> => {
    const today = chinaDay(clock.now());
    const found = await eachApart(complaints.due(today), async (id) =>
      complaints.save(noteComplaintOverdue(await complaints.get(id), today)),
    );
    return { found };
  };
