import { type Actor, chinaDay, expectVersion } from '@qianshou/kernel';
import { openCentre, type OperatingCentre } from '../../domain/centre/guidance-centre.ts';
import type { CentreId } from '../../domain/ids.ts';
import { mayLeadConstruction } from '../../domain/policy.ts';
import type { Ports } from '../ports.ts';

type Deps = Pick<Ports, 'centres' | 'agencies' | 'clock'>;

export interface OpenGuidanceCentreInput {
  readonly centreId: CentreId;
  readonly expectedVersion: number | null;
}

export const openGuidanceCentre =
  ({ centres, agencies, clock }: Deps) =>
  async (input: OpenGuidanceCentreInput, actor: Actor): Promise<OperatingCentre> => {
    const centre = await centres.get(input.centreId);
    mayLeadConstruction(actor, centre.countyCode);
    expectVersion(centre, input.expectedVersion);
    const operator = await agencies.get(centre.operatorAgencyId);
    return centres.save(openCentre(centre, chinaDay(clock.now()), operator));
  };
