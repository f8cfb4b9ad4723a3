import { type Actor, type CalendarDate, chinaDay, expectVersion } from '@qianshou/kernel';
import { maySupervise } from '../../domain/policy.ts';
import { type FollowUp, followUpVisit, type StationVisit } from '../../domain/supervision/station-visit.ts';
import type { Ports } from '../ports.ts';
import type { VisitTarget } from './put-visit-right.ts';

export interface FollowUpStationVisitInput extends VisitTarget, Omit<FollowUp, 'on'> {
  /** Null: today. */
  readonly on: CalendarDate | null;
}

export const followUpStationVisit =
  ({ stationVisits, clock }: Pick<Ports, 'stationVisits' | 'clock'>) =>
  async (input: FollowUpStationVisitInput, actor: Actor): Promise<StationVisit> => {
    const visit = await stationVisits.get(input.visitId);
    maySupervise(actor, visit);
    expectVersion(visit, input.expectedVersion);
    const today = chinaDay(clock.now());
    return stationVisits.save(followUpVisit(visit, { on: input.on ?? today, result: input.result }, today));
  };
