import { correctProgress } from '../../domain/work/target-correction.ts';
import { putTargetRight, type PutTargetRightDeps, type TargetMistakeInput } from './put-target-right.ts';

export interface CorrectTargetProgressInput extends TargetMistakeInput {
  readonly entryNo: number;
  readonly achievedValue: number;
}

export const correctTargetProgress = (ports: PutTargetRightDeps) =>
  putTargetRight<CorrectTargetProgressInput>(
    ports,
    'correctTargetProgress',
    (target, pairing, { entryNo, achievedValue, reason, evidence }, today) =>
      correctProgress(target, pairing, { entryNo, achievedValue }, { reason, evidence, today }),
  );
