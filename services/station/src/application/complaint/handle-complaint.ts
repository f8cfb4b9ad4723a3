import { type Actor, type CalendarDate, chinaDay, expectVersion } from '@qianshou/kernel';
import {
  type Complaint,
  type ComplaintHandling,
  handleComplaint as handle,
} from '../../domain/complaint/complaint.ts';
import type { ComplaintId } from '../../domain/ids.ts';
import { mayLeadConstruction } from '../../domain/policy.ts';
import type { Ports } from '../ports.ts';

export interface HandleComplaintInput extends Omit<ComplaintHandling, 'on'> {
  readonly complaintId: ComplaintId;
  readonly expectedVersion: number | null;
  /** Null: today. */
  readonly on: CalendarDate | null;
}

export const handleComplaint =
  ({ complaints, clock }: Pick<Ports, 'complaints' | 'clock'>) =>
  async (input: HandleComplaintInput, actor: Actor): Promise<Complaint> => {
    const complaint = await complaints.get(input.complaintId);
    mayLeadConstruction(actor, complaint.countyCode);
    expectVersion(complaint, input.expectedVersion);
    const today = chinaDay(clock.now());
    const { outcome, result, on } = input;
    return complaints.save(handle(complaint, { outcome, result, on: on ?? today }, today));
  };
