import {
  type Actor,
  type CalendarDate,
  chinaDay,
  expectVersion,
  type Grounds,
  onceRequest,
} from '@qianshou/kernel';
import type { ActivityId, DispatchId } from '../../domain/ids.ts';
import type { Confirmation } from '../../domain/work/confirmation.ts';
import type { StandingDispatch } from '../../domain/work/dispatch-assignment.ts';
import { judgeDispatch } from '../../domain/work/dispatch-correction.ts';
import { mayJudgeWork } from '../../domain/work/policy.ts';
import { judgeActivity, type SupportActivity } from '../../domain/work/support-activity.ts';
import type { Ports } from '../ports.ts';

interface Asked {
  /** Null: it was so. */
  readonly contested: Grounds | null;
  readonly expectedVersion: number | null;
  readonly idempotencyKey: string;
}

export interface JudgeActivityInput extends Asked {
  readonly activityId: ActivityId;
}

export interface JudgeDispatchInput extends Asked {
  readonly dispatchId: DispatchId;
}

type Deps = Pick<Ports, 'activities' | 'dispatches' | 'pairings' | 'unitOfWork' | 'clock'>;

/** What the side that helps tells, the side that is helped confirms or contests. */
export const judgeSupportActivity =
  ({ activities, pairings, unitOfWork, clock }: Deps) =>
  (input: JudgeActivityInput, actor: Actor): Promise<SupportActivity> =>
    unitOfWork.once(onceRequest('judgeSupportActivity', actor, input), async () => {
      const activity = await activities.get(input.activityId);
      mayJudgeWork(actor, activity);
      expectVersion(activity, input.expectedVersion);
      const pairing = await pairings.get(activity.pairingId);
      return activities.save(judgeActivity(activity, pairing, confirmation(input, chinaDay(clock.now()))));
    });

export const judgeStay =
  ({ dispatches, pairings, unitOfWork, clock }: Deps) =>
  (input: JudgeDispatchInput, actor: Actor): Promise<StandingDispatch> =>
    unitOfWork.once(onceRequest('judgeDispatch', actor, input), async () => {
      const dispatch = await dispatches.get(input.dispatchId);
      mayJudgeWork(actor, dispatch);
      expectVersion(dispatch, input.expectedVersion);
      const pairing = await pairings.get(dispatch.pairingId);
      return dispatches.save(judgeDispatch(dispatch, pairing, confirmation(input, chinaDay(clock.now()))));
    });

function confirmation({ contested }: Asked, on: CalendarDate): Confirmation {
  if (contested === null) return { verdict: 'CONFIRMED', on, reason: null, evidence: null };
  return { verdict: 'CONTESTED', on, reason: contested.reason, evidence: contested.evidence };
}
