import { type CalendarDate, chinaDay, type Command, decision } from '@qianshou/kernel';
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

type Deps = Pick<Ports, 'complaints' | 'clock' | 'unitOfWork'>;

export const handleComplaint = ({
  complaints,
  clock,
  unitOfWork,
}: Deps): Command<HandleComplaintInput, Complaint> =>
  decision(unitOfWork, {
    load: ({ complaintId }: HandleComplaintInput) => complaints.get(complaintId),
    may: (actor, { countyCode }) => mayLeadConstruction(actor, countyCode),
    decide: (complaint, { outcome, result, on }) => {
      const today = chinaDay(clock.now());
      return handle(complaint, { outcome, result, on: on ?? today }, today);
    },
    save: complaints.save,
  });
