import {
  type Actor,
  chinaDay,
  correctionTimeIn,
  expectVersion,
  type Grounds,
  mayPutRight,
  onceRequest,
} from '@qianshou/kernel';
import type { ActivityId } from '../../domain/ids.ts';
import { workToPutRight } from '../../domain/work/putting-right.ts';
import { strikeActivity, type SupportActivity } from '../../domain/work/support-activity.ts';
import type { Ports } from '../ports.ts';
import { followActivity } from './follow-activity.ts';
import { workOf } from './work-of.ts';

export interface StrikeSupportActivityInput extends Grounds {
  readonly activityId: ActivityId;
  readonly expectedVersion: number | null;
  readonly idempotencyKey: string;
}

export type StrikeActivityDeps = Pick<
  Ports,
  'pairings' | 'schemes' | 'ledgers' | 'unitOfWork' | 'clock' | 'policies' | 'activities'
>;

export const strikeSupportActivity =
  (ports: StrikeActivityDeps) =>
  (input: StrikeSupportActivityInput, actor: Actor): Promise<SupportActivity> =>
    ports.unitOfWork.once(onceRequest('strikeSupportActivity', actor, input), async () => {
      const activity = await ports.activities.get(input.activityId);
      mayPutRight(actor, workToPutRight(actor, activity, await correctionTimeIn(ports, activity.countyCode)));
      expectVersion(activity, input.expectedVersion);
      return strikeWork(ports, activity, input);
    });

/** In the transaction of whoever decides it. */
export async function strikeWork(
  ports: StrikeActivityDeps,
  activity: SupportActivity,
  { reason, evidence }: { readonly reason: string; readonly evidence: Grounds['evidence'] },
): Promise<SupportActivity> {
  const work = await workOf(ports, activity.pairingId);
  const facts = { reason, evidence, today: chinaDay(ports.clock.now()) };
  const struck = await ports.activities.save(strikeActivity(activity, work.pairing, facts));
  await followActivity(ports, work, [activity.taskGroup]);
  return struck;
}
