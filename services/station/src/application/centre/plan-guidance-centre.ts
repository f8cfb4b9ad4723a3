import type { Actor } from '@qianshou/kernel';
import { planCentre, type PlanCentreInput, type PlannedCentre } from '../../domain/centre/guidance-centre.ts';
import type { AgencyId } from '../../domain/ids.ts';
import { mayLeadConstruction } from '../../domain/policy.ts';
import { inUse } from '../../domain/reference/region.ts';
import type { Ports } from '../ports.ts';

type Deps = Pick<Ports, 'centres' | 'regions' | 'agencies' | 'newId'>;

export interface PlanGuidanceCentreInput extends Omit<PlanCentreInput, 'id'> {
  readonly operatorAgencyId: AgencyId;
}

export const planGuidanceCentre =
  ({ centres, regions, agencies, newId }: Deps) =>
  async ({ operatorAgencyId, ...input }: PlanGuidanceCentreInput, actor: Actor): Promise<PlannedCentre> => {
    mayLeadConstruction(actor, input.countyCode);
    inUse(await regions.get(input.countyCode));
    const operator = await agencies.get(operatorAgencyId);
    return centres.save(planCentre({ ...input, id: newId('ctr') }, operator));
  };
