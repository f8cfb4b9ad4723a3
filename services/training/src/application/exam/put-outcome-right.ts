import {
  type Actor,
  chinaDay,
  type Command,
  correctionTimeIn,
  decision,
  type Grounds,
  mayPutRight,
} from '@qianshou/kernel';
import { outcomePuttingRight } from '../../domain/exam/outcome-actions.ts';
import { correctOutcome, type ExamOutcome, strikeOutcome } from '../../domain/exam/exam-outcome.ts';
import { examOutcomeNotFound } from '../../domain/exam/errors.ts';
import type { ExamOutcomeId } from '../../domain/ids.ts';
import { isInReach, reachOf } from '../../domain/policy.ts';
import type { Ports } from '../ports.ts';

type Deps = Pick<Ports, 'examOutcomes' | 'policies' | 'unitOfWork' | 'clock'>;

export interface OutcomeChangeInput extends Grounds {
  readonly outcomeId: ExamOutcomeId;
  readonly expectedVersion: number | null;
}

export type CorrectOutcomeInput = OutcomeChangeInput & {
  readonly corrected: Partial<Pick<ExamOutcome, 'sat' | 'passed'>>;
};

/** By whoever recorded it, or oversees who did; out of reach is as if there were none. */
const onOutcome = ({ examOutcomes, ...deps }: Deps) => ({
  load: async ({ outcomeId: id }: OutcomeChangeInput, actor: Actor) => {
    const outcome = await examOutcomes.get(id);
    if (!isInReach(reachOf(actor), outcome)) throw examOutcomeNotFound({ id });
    return outcome;
  },
  may: async (actor: Actor, outcome: ExamOutcome) =>
    mayPutRight(actor, outcomePuttingRight(actor, outcome, await correctionTimeIn(deps, outcome.countyCode))),
});

export const strikeExamOutcome = (deps: Deps): Command<OutcomeChangeInput, ExamOutcome> =>
  decision(deps.unitOfWork, {
    ...onOutcome(deps),
    decide: (outcome, grounds) => strikeOutcome(outcome, grounds, chinaDay(deps.clock.now())),
    save: deps.examOutcomes.save,
  });

export const correctExamOutcome = (deps: Deps): Command<CorrectOutcomeInput, ExamOutcome> =>
  decision(deps.unitOfWork, {
    ...onOutcome(deps),
    decide: (outcome, { corrected, reason, evidence }) =>
      correctOutcome(outcome, corrected, { reason, evidence, today: chinaDay(deps.clock.now()) }),
    save: deps.examOutcomes.save,
  });
