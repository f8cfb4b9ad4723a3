import type { Actor } from '@qianshou/kernel';
import { type AdoptionInput, adoptPolicy, type CountyPolicy } from '../../domain/county/county-policy.ts';
import { mayAdoptPolicy } from '../../domain/policy.ts';
import { inUse } from '../../domain/reference/region.ts';
import type { Ports } from '../ports.ts';
import { policyFacts, type PolicyPorts, savePolicy } from './revise-county-policy.ts';
import { countyKey } from './county-key.ts';

export const adoptCountyPolicy =
  (ports: PolicyPorts & Pick<Ports, 'newId'>) =>
  (input: Omit<AdoptionInput, 'id'>, actor: Actor): Promise<CountyPolicy> =>
    ports.unitOfWork.run(async () => {
      mayAdoptPolicy(actor, input.countyCode);
      await ports.unitOfWork.hold(countyKey(input.countyCode));
      inUse(await ports.regions.get(input.countyCode));
      const facts = await policyFacts(ports)(input.countyCode, actor);
      return savePolicy(ports)(adoptPolicy({ ...input, id: ports.newId('pol') }, facts), actor);
    });
