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
import {
  type ActivityEntry,
  correctActivity,
  type SupportActivity,
} from '../../domain/work/support-activity.ts';
import { followActivity } from './follow-activity.ts';
import type { StrikeActivityDeps } from './strike-support-activity.ts';
import { workOf } from './work-of.ts';

export interface CorrectSupportActivityInput extends Grounds {
  readonly activityId: ActivityId;
  readonly corrected: Partial<ActivityEntry>;
  readonly expectedVersion: number | null;
  readonly idempotencyKey: string;
}

export const correctSupportActivity =
  (ports: StrikeActivityDeps) =>
  (input: CorrectSupportActivityInput, actor: Actor): Promise<SupportActivity> =>
    ports.unitOfWork.once(onceRequest('correctSupportActivity', actor, input), async () => {
      const today = chinaDay(ports.clock.now());
      const activity = await ports.activities.get(input.activityId);
      mayPutRight(actor, workToPutRight(actor, activity, await correctionTimeIn(ports, activity.countyCode)));
      expectVersion(activity, input.expectedVersion);
      const work = await workOf(ports, activity.pairingId);
      const { corrected, reason, evidence } = input;
      const change = correctActivity(activity, work.pairing, corrected, { reason, evidence, today });
      const saved = await ports.activities.save(change);
      await followActivity(ports, work, [activity.taskGroup, saved.taskGroup]);
      return saved;
    });
