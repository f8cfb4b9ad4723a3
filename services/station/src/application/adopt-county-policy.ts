import type { Actor } from '@qianshou/kernel';
import { type AdoptionInput, adoptPolicy, type CountyPolicy } from '../domain/county-policy.ts';
import { mayAdoptPolicy } from '../domain/policy.ts';
import { followChecklist } from './follow-checklist.ts';
import { followCoverage } from './follow-coverage.ts';
import type { Ports } from './ports.ts';
import { countyKey } from './station-county.ts';

type Deps = Pick<
  Ports,
  'countyPolicies' | 'countyCoverages' | 'stations' | 'regions' | 'unitOfWork' | 'newId'
>;

export const adoptCountyPolicy =
  (ports: Deps) =>
  (input: Omit<AdoptionInput, 'id'>, actor: Actor): Promise<CountyPolicy> =>
    ports.unitOfWork.run(async () => {
      const { countyPolicies, regions, unitOfWork, newId } = ports;
      mayAdoptPolicy(actor, input.countyCode);
      const county = await regions.get(input.countyCode);
      await unitOfWork.hold(countyKey(input.countyCode));
      const latest = await countyPolicies.findLatest(input.countyCode);
      const facts = { latest, quasiUnits: county.units.quasi };
      const adopted = await countyPolicies.save(adoptPolicy({ ...input, id: newId('pol') }, facts));
      if (latest !== null) await countyPolicies.supersede(latest.id, adopted.validFrom);
      await followChecklist(ports)(adopted);
      await followCoverage(ports)(input.countyCode);
      return adopted;
    });
