import { type Command, decision, type Fen, type PublicText } from '@qianshou/kernel';
import { subjectOf } from '../../domain/reference/four-eyes.ts';
import type { BudgetPlanId, StationId } from '../../domain/ids.ts';
import {
  type AcceptedAward,
  type AppliedAward,
  applyForAward as apply,
  type AwardKind,
} from '../../domain/award/reward-award.ts';
import { maySpendOn, onBudget } from '../budget/budget-decision.ts';
import { stationKey } from '../reference/held-keys.ts';
import type { Ports } from '../ports.ts';

type Deps = Pick<Ports, 'awards' | 'budgetPlans' | 'stations' | 'unitOfWork' | 'newId'>;

export interface ApplyForAwardInput {
  readonly budgetPlanId: BudgetPlanId;
  readonly stationId: StationId;
  readonly kind: AwardKind;
  readonly amountFen: Fen;
  readonly payeeName: PublicText | null;
  readonly idempotencyKey: string;
}

export const applyForAward = (deps: Deps): Command<ApplyForAwardInput, AppliedAward | AcceptedAward> =>
  decision(deps.unitOfWork, {
    ...onBudget(deps),
    once: 'applyForAward',
    lock: ({ stationId }) => stationKey(stationId),
    may: maySpendOn,
    decide: async (plan, { stationId, kind, amountFen, payeeName }, actor) => {
      const station = await deps.stations.get(stationId);
      const application = { id: deps.newId('awd'), kind, amountFen, payeeName, appliedBy: subjectOf(actor) };
      return apply(application, { plan, station });
    },
    save: deps.awards.save,
  });
