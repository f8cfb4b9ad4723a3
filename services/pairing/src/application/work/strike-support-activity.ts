import { type Actor, chinaDay, expectVersion } from '@qianshou/kernel';
import type { ActivityId } from '../../domain/ids.ts';
import { strikeActivity, type SupportActivity } from '../../domain/work/support-activity.ts';
import { correctLastActivity } from '../../domain/work/work-ledger.ts';
import { mayRecordWork } from '../../domain/work/policy.ts';
import { onceRequest } from '../reference/once-request.ts';
import type { Ports } from '../ports.ts';
import { workOf } from './work-of.ts';

export interface StrikeSupportActivityInput {
  readonly activityId: ActivityId;
  readonly reason: string;
  readonly expectedVersion: number | null;
  readonly idempotencyKey: string;
}

export type StrikeActivityDeps = Pick<
  Ports,
  'pairings' | 'schemes' | 'ledgers' | 'unitOfWork' | 'clock' | 'activities'
>;

/** With the mistake goes what rested on it: the task group is as quiet as the activities that stand say (PAIR-11). */
export const strikeSupportActivity =
  (ports: StrikeActivityDeps) =>
  (input: StrikeSupportActivityInput, actor: Actor): Promise<SupportActivity> =>
    ports.unitOfWork.once(onceRequest('strikeSupportActivity', actor, input), async () => {
      const activity = await ports.activities.get(input.activityId);
      mayRecordWork(actor, activity);
      expectVersion(activity, input.expectedVersion);
      return strikeWork(ports, activity, input.reason);
    });

/** In the transaction of whoever decides it. */
export async function strikeWork(
  ports: StrikeActivityDeps,
  activity: SupportActivity,
  reason: string,
): Promise<SupportActivity> {
  const { pairingId, taskGroup } = activity;
  const { pairing, ledger, policy } = await workOf(ports, pairingId);
  const facts = { reason, today: chinaDay(ports.clock.now()) };
  const struck = await ports.activities.save(strikeActivity(activity, pairing, facts));
  const last = await ports.activities.lastHeldOn(pairingId, taskGroup);
  await ports.ledgers.put(correctLastActivity(ledger, taskGroup, last, policy));
  return struck;
}
