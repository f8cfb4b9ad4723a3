import type { EventData } from '@qianshou/events';
import { chinaDay } from '@qianshou/kernel';
import { remeasure } from '../../domain/posting/certificate-review.ts';
import { NO_LOCAL_POLICY } from '../../domain/reference/workplace.ts';
import type { Ports } from '../ports.ts';

type Told = EventData<'qianshou.station.policy-in-force-changed.v1'>;
type Deps = Pick<Ports, 'clock' | 'policies' | 'postings'>;

/**
 * PER-8: told on the day itself, once: from today the county follows another policy, or none. Its running clocks
 * follow, and each that moves says so.
 */
export const onPolicyInForceChanged =
  (deps: Deps) =>
  async (told: Told): Promise<void> => {
    const today = chinaDay(deps.clock.now());
    const certificateYears = await yearsOf(deps, told);
    for (const posting of await deps.postings.listRunning(told.countyCode)) {
      const change = remeasure(posting, certificateYears, today);
      if (change.events.length > 0) await deps.postings.save(change);
    }
  };

/** Events of before do not say the years; the copy of the policy does. */
async function yearsOf({ policies }: Deps, told: Told): Promise<number | null> {
  if (told.certificateYears !== undefined) return told.certificateYears;
  const [policy = NO_LOCAL_POLICY] = await policies.inForce([told.countyCode], told.on);
  return policy.certificateYears;
}
