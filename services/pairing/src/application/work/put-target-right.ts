import {
  type Actor,
  type CalendarDate,
  type Change,
  chinaDay,
  correctionTimeIn,
  expectVersion,
  type Grounds,
  mayPutRight,
  onceRequest,
} from '@qianshou/kernel';
import type { TargetId } from '../../domain/ids.ts';
import type { Pairing } from '../../domain/pairing/pairing.ts';
import type { PairingTarget, TargetEvent } from '../../domain/work/pairing-target.ts';
import { workToPutRight } from '../../domain/work/putting-right.ts';
import type { Ports } from '../ports.ts';

export interface TargetMistakeInput extends Grounds {
  readonly targetId: TargetId;
  readonly expectedVersion: number | null;
  readonly idempotencyKey: string;
}

export type PutTargetRightDeps = Pick<Ports, 'pairings' | 'targets' | 'unitOfWork' | 'clock' | 'policies'>;

/** What the four ways have in common in which a target is put right. */
export const putTargetRight =
  <Input extends TargetMistakeInput>(
    { pairings, targets, unitOfWork, clock, policies }: PutTargetRightDeps,
    operation: string,
    decide: (
      target: PairingTarget,
      pairing: Pairing,
      input: Input,
      today: CalendarDate,
    ) => Change<PairingTarget, TargetEvent>,
  ) =>
  (input: Input, actor: Actor): Promise<PairingTarget> =>
    unitOfWork.once(onceRequest(operation, actor, input), async () => {
      const today = chinaDay(clock.now());
      const target = await targets.get(input.targetId);
      mayPutRight(
        actor,
        workToPutRight(actor, target, await correctionTimeIn({ policies, clock }, target.countyCode)),
      );
      expectVersion(target, input.expectedVersion);
      return targets.save(decide(target, await pairings.get(target.pairingId), input, today));
    });
