import { type Actor, countyOf, type RegionCode } from '@qianshou/kernel';
import type { AgencyId } from '../../domain/ids.ts';
import { mayLeadConstruction } from '../../domain/policy.ts';
import { inUse } from '../../domain/reference/region.ts';
import { type StationInPreparation } from '../../domain/station/station.ts';
import { planStation as plan, type PlanInput, usualMode } from '../../domain/station/station-planning.ts';
import type { Ports } from '../ports.ts';

type Deps = Pick<Ports, 'stations' | 'regions' | 'agencies' | 'newId'>;

export interface PlanStationInput extends Omit<PlanInput, 'id' | 'operationMode'> {
  /** Null: purchased where there is an operator, else the bureau's own. */
  readonly operationMode: PlanInput['operationMode'] | null;
  readonly townshipCode: RegionCode;
  readonly operatorAgencyId: AgencyId | null;
}

export const planStation =
  ({ stations, regions, agencies, newId }: Deps) =>
  async (input: PlanStationInput, actor: Actor): Promise<StationInPreparation> => {
    const { townshipCode, operatorAgencyId, ...planned } = input;
    mayLeadConstruction(actor, countyOf(townshipCode));
    const unit = inUse(await regions.get(townshipCode));
    const county = inUse(await regions.get(countyOf(townshipCode)));
    const operator = operatorAgencyId === null ? null : await agencies.get(operatorAgencyId);
    const operationMode = planned.operationMode ?? usualMode(operator !== null);
    return stations.save(plan({ ...planned, operationMode, id: newId('sta') }, { unit, county, operator }));
  };
