import type { TargetSetting } from '../../domain/work/pairing-target.ts';
import { correctTarget } from '../../domain/work/target-correction.ts';
import { putTargetRight, type PutTargetRightDeps, type TargetMistakeInput } from './put-target-right.ts';

export interface CorrectPairingTargetInput extends TargetMistakeInput {
  readonly corrected: Partial<TargetSetting>;
}

export const correctPairingTarget = (ports: PutTargetRightDeps) =>
  putTargetRight<CorrectPairingTargetInput>(
    ports,
    'correctPairingTarget',
    (target, pairing, { corrected, reason, evidence }, today) =>
      correctTarget(target, pairing, corrected, { reason, evidence, today }),
  );
