import type { Actor } from '@qianshou/kernel';
import { type AdoptionInput, adoptPolicy, type CountyPolicy } from '../domain/county-policy.ts';
import { mayAdoptPolicy } from '../domain/policy.ts';
import type { Ports } from './ports.ts';

type Deps = Pick<Ports, 'countyPolicies' | 'regions' | 'unitOfWork' | 'newId'>;

export const adoptCountyPolicy =
  ({ countyPolicies, regions, unitOfWork, newId }: Deps) =>
  (input: Omit<AdoptionInput, 'id'>, actor: Actor): Promise<CountyPolicy> =>
    unitOfWork.run(async () => {
      mayAdoptPolicy(actor, input.countyCode);
      const county = await regions.get(input.countyCode);
      await unitOfWork.hold(`policy:${input.countyCode}`);
      const latest = await countyPolicies.findLatest(input.countyCode);
      const facts = { latest, quasiUnits: county.units.quasi };
      return countyPolicies.save(adoptPolicy({ ...input, id: newId('pol') }, facts));
    });
