import { type Actor, chinaDay, expectVersion, type Grounds } from '@qianshou/kernel';
import type { SuccessionId } from '../../domain/ids.ts';
import { mayKeepDivisions } from '../../domain/policy.ts';
import { type RegionSuccession, strikeSuccession } from '../../domain/region/region-succession.ts';
import type { Ports } from '../ports.ts';

export interface StrikeRegionSuccessionInput extends Grounds {
  readonly successionId: SuccessionId;
  readonly expectedVersion: number | null;
}

/** Whoever keeps the table strikes out what is wrong in it, as long as nothing followed. */
export const strikeRegionSuccession =
  ({ regionSuccessions, clock }: Pick<Ports, 'regionSuccessions' | 'clock'>) =>
  async (input: StrikeRegionSuccessionInput, actor: Actor): Promise<RegionSuccession> => {
    mayKeepDivisions(actor);
    const succession = await regionSuccessions.get(input.successionId);
    expectVersion(succession, input.expectedVersion);
    return regionSuccessions.save(strikeSuccession(succession, input, chinaDay(clock.now())));
  };
