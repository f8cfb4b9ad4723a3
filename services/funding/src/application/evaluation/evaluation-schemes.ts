import { type Actor, chinaDay, type Command, decision, onceRequest } from '@qianshou/kernel';
import {
  approveScheme,
  type EvaluationScheme,
  proposeScheme,
  type SchemeInput,
} from '../../domain/evaluation/evaluation-scheme.ts';
import type { EvaluationSchemeId } from '../../domain/ids.ts';
import { mayDecide, maySpend } from '../../domain/policy.ts';
import { subjectOf } from '../../domain/reference/four-eyes.ts';
import type { Ports } from '../ports.ts';

export interface ProposeEvaluationSchemeInput extends Omit<SchemeInput, 'id' | 'proposedBy' | 'proposedOn'> {
  readonly idempotencyKey: string;
}

export interface ApproveEvaluationSchemeInput {
  readonly schemeId: EvaluationSchemeId;
  readonly expectedVersion: number | null;
  readonly idempotencyKey: string;
}

type Deps = Pick<Ports, 'evaluationSchemes' | 'unitOfWork' | 'clock' | 'newId'>;

/** The bureau says how its contracts are evaluated from a year on. */
export const proposeEvaluationScheme =
  ({ evaluationSchemes, unitOfWork, clock, newId }: Deps) =>
  (input: ProposeEvaluationSchemeInput, actor: Actor): Promise<EvaluationScheme> =>
    unitOfWork.once(onceRequest('proposeEvaluationScheme', actor, input), async () => {
      maySpend(actor, input.countyCode);
      const { idempotencyKey: _key, ...terms } = input;
      const proposed = { proposedBy: subjectOf(actor), proposedOn: chinaDay(clock.now()) };
      return evaluationSchemes.save(proposeScheme({ ...terms, ...proposed, id: newId('evs') }));
    });

/** FUN-10: finance agrees. */
export const approveEvaluationScheme = (
  ports: Deps,
): Command<ApproveEvaluationSchemeInput, EvaluationScheme> =>
  decision(ports.unitOfWork, {
    once: 'approveEvaluationScheme',
    load: ({ schemeId }) => ports.evaluationSchemes.get(schemeId),
    may: (actor, { countyCode }) => mayDecide(actor, countyCode),
    decide: (scheme, _input, actor) =>
      approveScheme(scheme, { by: subjectOf(actor), on: chinaDay(ports.clock.now()) }),
    save: ports.evaluationSchemes.save,
  });
