import { strikeProgress } from '../../domain/work/target-correction.ts';
import { putTargetRight, type PutTargetRightDeps, type TargetMistakeInput } from './put-target-right.ts';

export interface StrikeTargetProgressInput extends TargetMistakeInput {
  readonly entryNo: number;
}

export const strikeTargetProgress = (ports: PutTargetRightDeps) =>
  putTargetRight<StrikeTargetProgressInput>(
    ports,
    'strikeTargetProgress',
    (target, pairing, { entryNo, reason, evidence }, today) =>
      strikeProgress(target, pairing, { entryNo, reason, evidence, today }),
  );
