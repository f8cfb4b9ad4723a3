import type { EventData } from '@qianshou/events';
import { type CalendarDate, chinaDay } from '@qianshou/kernel';
import type { PostingId } from '../../domain/ids.ts';
import { broughtNearer, type CertificateRule, remeasure } from '../../domain/posting/certificate-review.ts';
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
    const rule = await ruleOf(deps, told);
    for (const posting of await deps.postings.listRunning(told.countyCode)) {
      const change = remeasure(posting, rule, today);
      if (change.events.length > 0) await deps.postings.save(change);
      else await lookAgain(deps, posting.id, broughtNearer(posting, rule, today));
    }
  };

/** Other thresholds say nothing by themselves: the sweep does, on the day that they bring nearer. */
async function lookAgain({ postings }: Deps, id: PostingId, on: CalendarDate | null): Promise<void> {
  if (on !== null) await postings.lookAgain(id, on);
}

/** Events of before do not say all of it; the copy of the policy does. */
async function ruleOf({ policies }: Deps, told: Told): Promise<CertificateRule> {
  const [policy = NO_LOCAL_POLICY] = await policies.inForce([told.countyCode], told.on);
  const { certificateYears = policy.certificateYears, certificateWarningDays } = told;
  return { ...policy, certificateYears, ...(certificateWarningDays && { certificateWarningDays }) };
}
