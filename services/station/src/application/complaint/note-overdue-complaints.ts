import { chinaDay, eachApart } from '@qianshou/kernel';
import { noteComplaintOverdue } from '../../domain/complaint/complaint.ts';
import type { Ports } from '../ports.ts';

/** Complaints in one turn; the rest waits for the next. */
const MOST = 200;

/** Run by a job every so often: tells each complaint that has become late, once. */
export const noteOverdueComplaints =
  ({ complaints, clock }: Pick<Ports, 'complaints' | 'clock'>) =>
  async (): Promise<{ readonly found: number }> => {
    const today = chinaDay(clock.now());
    const due = await complaints.findDue(today, MOST);
    await eachApart(due, (complaint) => complaints.save(noteComplaintOverdue(complaint, today)));
    return { found: due.length };
  };
