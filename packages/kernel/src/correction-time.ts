import { type CalendarDate, chinaDay } from './calendar-date.ts';
import type { Clock } from './clock.ts';
import { CORRECTION_DAYS } from './putting-right.ts';
import type { RegionCode } from './region-code.ts';

/** When a fact is to be put right, and how many days whoever recorded it has for that, by the policy of its county. */
export interface CorrectionTime {
  readonly today: CalendarDate;
  readonly days: number;
}

interface Deps {
  readonly policies: {
    /** The ones that rule in the counties on that day, in the order asked for; null where none does. */
    readonly inForceOfMany: (
      countyCodes: readonly RegionCode[],
      on: CalendarDate,
    ) => Promise<readonly ({ readonly correctionDays: number } | null)[]>;
  };
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
