import { chinaDay, type Command, decision, type Grounds } from '@qianshou/kernel';
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
export const strikeComplaint = ({
  complaints,
  unitOfWork,
  clock,
}: Deps): Command<StrikeComplaintInput, Complaint> =>
  decision(unitOfWork, {
    load: ({ complaintId }: StrikeComplaintInput) => complaints.get(complaintId),
    may: (actor, { countyCode }) => mayLeadConstruction(actor, countyCode),
    decide: (complaint, input) => strike(complaint, input, chinaDay(clock.now())),
    save: async (change, { state: { tookPlace, stationId, receivedOn } }) => {
      if (tookPlace) await complaints.freePlace(stationId, receivedOn);
      return complaints.save(change);
    },
  });
