import { chinaDay, type Clock, CORRECTION_DAYS, type RegionCode } from '@qianshou/kernel';
import type { CorrectionTime } from '../../domain/reference/correction-time.ts';
import type { Policies } from './ports.ts';

interface Deps {
  readonly policies: Policies;
  readonly clock: Clock;
}

/** In the order asked for. Above the counties no policy rules: what the platform says holds there. */
export async function correctionTimesIn(
  { policies, clock }: Deps,
  regions: readonly RegionCode[],
): Promise<readonly CorrectionTime[]> {
  const today = chinaDay(clock.now());
  const ruling = await policies.inForceOfMany(regions, today);
  return ruling.map((policy) => ({ today, days: policy?.correctionDays ?? CORRECTION_DAYS }));
}

export async function correctionTimeIn(deps: Deps, region: RegionCode): Promise<CorrectionTime> {
  const [time] = await correctionTimesIn(deps, [region]);
  return time ?? { today: chinaDay(deps.clock.now()), days: CORRECTION_DAYS };
}
