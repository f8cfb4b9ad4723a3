import { type Actor, chinaDay, countyOf } from '@qianshou/kernel';
import { mayKeepDivisions } from '../../domain/policy.ts';
import {
  recordSuccession,
  type RegionSuccession,
  type SuccessionTerms,
} from '../../domain/region/region-succession.ts';
import { countyKey } from '../county/county-key.ts';
import type { Ports } from '../ports.ts';
import { follow, type SuccessionPorts } from './follow-successions.ts';

/** Followed at once where its day has come; else on that day. */
export const recordRegionSuccession =
  (ports: SuccessionPorts & Pick<Ports, 'newId'>) =>
  (terms: SuccessionTerms, actor: Actor): Promise<RegionSuccession> => {
    const { regionSuccessions, unitOfWork, clock, newId } = ports;
    mayKeepDivisions(actor);
    return unitOfWork.run(async () => {
      const [first] = [...terms.from, ...terms.to];
      if (first !== undefined) await unitOfWork.hold(countyKey(countyOf(first)));
      const known = first === undefined ? [] : await regionSuccessions.findAround(first);
      const today = chinaDay(clock.now());
      const id = newId('rsn');
      const saved = await regionSuccessions.save(recordSuccession({ ...terms, id }, known, today));
      return saved.on <= today ? follow(ports)(saved, today) : saved;
    });
  };
