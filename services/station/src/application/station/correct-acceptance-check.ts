import type { Actor, Grounds } from '@qianshou/kernel';
import { checklistOf } from '../../domain/county/station-rules.ts';
import { correctCheck, type CorrectedCheck } from '../../domain/station/acceptance-correction.ts';
import { type CheckedAnew, type CheckTarget, putCheckRight } from './put-check-right.ts';
import type { SavingPorts } from './save-station.ts';

export interface CorrectAcceptanceCheckInput extends CheckTarget, Grounds {
  readonly corrected: CorrectedCheck;
}

export const correctAcceptanceCheck =
  (ports: SavingPorts) =>
  ({ corrected, ...input }: CorrectAcceptanceCheckInput, actor: Actor): Promise<CheckedAnew> =>
    putCheckRight(ports)(input, actor, (station, facts) => {
      const rules = facts.rulesOn(corrected.checkedOn ?? facts.check.checkedOn);
      return correctCheck(station, corrected, { ...input, ...facts, checklist: checklistOf(rules) });
    });
