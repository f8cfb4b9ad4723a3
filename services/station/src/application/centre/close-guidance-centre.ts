import { type CalendarDate, chinaDay, type Command, decision, type PublicText } from '@qianshou/kernel';
import { closeCentre, type ClosedCentre } from '../../domain/centre/guidance-centre.ts';
import { mayLeadConstruction } from '../../domain/policy.ts';
import type { Ports } from '../ports.ts';
import { type CentreTarget, onCentre } from './centre-decision.ts';

export interface CloseGuidanceCentreInput extends CentreTarget {
  readonly reason: PublicText;
  /** Null: today. */
  readonly closedOn: CalendarDate | null;
}

type Deps = Pick<Ports, 'centres' | 'clock' | 'unitOfWork'>;

export const closeGuidanceCentre = (ports: Deps): Command<CloseGuidanceCentreInput, ClosedCentre> =>
  decision(ports.unitOfWork, {
    ...onCentre(ports),
    may: (actor, { countyCode }) => mayLeadConstruction(actor, countyCode),
    decide: (centre, { reason, closedOn }) => {
      const today = chinaDay(ports.clock.now());
      return closeCentre(centre, { reason, on: closedOn ?? today }, today);
    },
    save: ports.centres.save,
  });
