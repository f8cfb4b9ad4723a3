import { type Actor, type CalendarDate, chinaDay, expectVersion, yearOf } from '@qianshou/kernel';
import {
  changeCentreOperator,
  type CentreOperatorInput,
} from '../../domain/centre/centre-operator-change.ts';
import type { StandingCentre } from '../../domain/centre/guidance-centre.ts';
import type { AgencyId, CentreId } from '../../domain/ids.ts';
import { mayLeadConstruction } from '../../domain/policy.ts';
import type { Ports } from '../ports.ts';

export interface ChangeCentreOperatorInput extends Omit<CentreOperatorInput, 'from'> {
  readonly centreId: CentreId;
  readonly expectedVersion: number | null;
  readonly operatorAgencyId: AgencyId;
  /** Null: today. */
  readonly from: CalendarDate | null;
}

type Deps = Pick<Ports, 'agencies' | 'centres' | 'clock' | 'evaluations'>;

export const changeGuidanceCentreOperator =
  ({ agencies, centres, clock, evaluations }: Deps) =>
  async (input: ChangeCentreOperatorInput, actor: Actor): Promise<StandingCentre> => {
    const centre = await centres.get(input.centreId);
    mayLeadConstruction(actor, centre.countyCode);
    expectVersion(centre, input.expectedVersion);
    const today = chinaDay(clock.now());
    const from = input.from ?? today;
    const operator = await agencies.get(input.operatorAgencyId);
    const barred = await evaluations.isBarred(operator.id, centre.countyCode, yearOf(from));
    return centres.save(changeCentreOperator(centre, { ...input, from }, { operator, barred, today }));
  };
