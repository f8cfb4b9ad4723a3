import { type Actor, type CalendarDate, chinaDay, expectVersion, type PublicText } from '@qianshou/kernel';
import { closeCentre, type ClosedCentre } from '../../domain/centre/guidance-centre.ts';
import type { CentreId } from '../../domain/ids.ts';
import { mayLeadConstruction } from '../../domain/policy.ts';
import type { Ports } from '../ports.ts';

export interface CloseGuidanceCentreInput {
  readonly centreId: CentreId;
  readonly expectedVersion: number | null;
  readonly reason: PublicText;
  /** Null: today. */
  readonly closedOn: CalendarDate | null;
}

export const closeGuidanceCentre =
  ({ centres, clock }: Pick<Ports, 'centres' | 'clock'>) =>
  async (input: CloseGuidanceCentreInput, actor: Actor): Promise<ClosedCentre> => {
    const centre = await centres.get(input.centreId);
    mayLeadConstruction(actor, centre.countyCode);
    expectVersion(centre, input.expectedVersion);
    const today = chinaDay(clock.now());
    return centres.save(closeCentre(centre, { reason: input.reason, on: input.closedOn ?? today }, today));
  };
