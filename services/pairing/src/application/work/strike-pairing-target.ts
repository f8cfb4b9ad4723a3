import { strikeTarget } from '../../domain/work/target-correction.ts';
import { putTargetRight, type PutTargetRightDeps, type TargetMistakeInput } from './put-target-right.ts';

export const strikePairingTarget = (ports: PutTargetRightDeps) =>
  putTargetRight<TargetMistakeInput>(
    ports,
    'strikePairingTarget',
    (target, pairing, { reason, evidence }, today) =>
      strikeTarget(target, pairing, { reason, evidence, today }),
  );
