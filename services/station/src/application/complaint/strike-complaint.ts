import { type Actor, chinaDay, expectVersion, type Grounds } from '@qianshou/kernel';
import { type Complaint, strikeComplaint as strike } from '../../domain/complaint/complaint.ts';
import type { ComplaintId } from '../../domain/ids.ts';
import { mayLeadConstruction } from '../../domain/policy.ts';
import type { Ports } from '../ports.ts';

type Deps = Pick<Ports, 'complaints' | 'unitOfWork' | 'clock'>;

export interface StrikeComplaintInput extends Grounds {
  readonly complaintId: ComplaintId;
  readonly expectedVersion: number | null;
}

/** Spam keeps nobody out: its place of the day goes to somebody else, where it took one. */
export const strikeComplaint =
  ({ complaints, unitOfWork, clock }: Deps) =>
  (input: StrikeComplaintInput, actor: Actor): Promise<Complaint> =>
    unitOfWork.run(async () => {
      const complaint = await complaints.get(input.complaintId);
      mayLeadConstruction(actor, complaint.countyCode);
      expectVersion(complaint, input.expectedVersion);
      const struck = strike(complaint, input, chinaDay(clock.now()));
      if (complaint.tookPlace) await complaints.freePlace(complaint.stationId, complaint.receivedOn);
      return complaints.save(struck);
    });
