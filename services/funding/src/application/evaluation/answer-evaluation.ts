import {
  type CalendarDate,
  chinaDay,
  type Command,
  decision,
  type DocumentReference,
  type PublicText,
} from '@qianshou/kernel';
import {
  appealEvaluation as appeal,
  type AppealDecision,
  confirmRectified,
  decideAppeal,
} from '../../domain/evaluation/evaluation-life.ts';
import type { FundEvaluation } from '../../domain/evaluation/fund-evaluation.ts';
import { mayAppeal, maySpend } from '../../domain/policy.ts';
import { subjectOf } from '../../domain/reference/four-eyes.ts';
import type { Ports } from '../ports.ts';
import { type EvaluationTarget, onEvaluation } from './evaluation-decision.ts';

export interface AppealFundEvaluationInput extends EvaluationTarget {
  readonly reason: PublicText;
  readonly evidence: DocumentReference | null;
}

export type DecideFundEvaluationAppealInput = EvaluationTarget & Pick<AppealDecision, 'decision' | 'scores'>;

export interface ConfirmFundRectificationInput extends EvaluationTarget {
  readonly rectifiedOn: CalendarDate;
  readonly proof: DocumentReference | null;
}

/** The provider objects. */
export const appealFundEvaluation = (ports: Ports): Command<AppealFundEvaluationInput, FundEvaluation> =>
  decision(ports.unitOfWork, {
    ...onEvaluation(ports),
    once: 'appealFundEvaluation',
    may: mayAppeal,
    decide: (evaluation, { reason, evidence }, actor) =>
      appeal(evaluation, { by: subjectOf(actor), on: chinaDay(ports.clock.now()), reason, evidence }),
    save: ports.fundEvaluations.save,
  });

/** The bureau answers it. */
export const decideFundEvaluationAppeal = (
  ports: Ports,
): Command<DecideFundEvaluationAppealInput, FundEvaluation> =>
  decision(ports.unitOfWork, {
    ...onEvaluation(ports),
    once: 'decideFundEvaluationAppeal',
    may: (actor, { countyCode }) => maySpend(actor, countyCode),
    decide: (evaluation, { decision: said, scores }, actor) =>
      decideAppeal(evaluation, {
        by: subjectOf(actor),
        on: chinaDay(ports.clock.now()),
        decision: said,
        scores,
      }),
    save: ports.fundEvaluations.save,
  });

export const confirmFundRectification = (
  ports: Ports,
): Command<ConfirmFundRectificationInput, FundEvaluation> =>
  decision(ports.unitOfWork, {
    ...onEvaluation(ports),
    once: 'confirmFundRectification',
    may: (actor, { countyCode }) => maySpend(actor, countyCode),
    decide: (evaluation, { rectifiedOn: on, proof }, actor) =>
      confirmRectified(evaluation, { by: subjectOf(actor), on, proof, today: chinaDay(ports.clock.now()) }),
    save: ports.fundEvaluations.save,
  });
