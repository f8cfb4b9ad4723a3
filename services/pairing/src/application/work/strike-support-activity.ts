import { chinaDay, type Command, decision } from '@qianshou/kernel';
import type { ActivityId } from '../../domain/ids.ts';
import { strikeActivity, type SupportActivity } from '../../domain/work/support-activity.ts';
import { correctLastActivity } from '../../domain/work/work-ledger.ts';
import { mayRecordWork } from '../../domain/work/policy.ts';
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
export const strikeSupportActivity = (
  ports: StrikeActivityDeps,
): Command<StrikeSupportActivityInput, SupportActivity> =>
  decision(ports.unitOfWork, {
    once: 'strikeSupportActivity',
    load: ({ activityId }: StrikeSupportActivityInput) => ports.activities.get(activityId),
    may: mayRecordWork,
    decide: (_activity, { reason }) => reason,
    save: (reason, { state }) => strikeWork(ports, state, reason),
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
