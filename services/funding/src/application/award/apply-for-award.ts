import type { Actor, Fen } from '@qianshou/kernel';
import { subjectOf } from '../../domain/reference/four-eyes.ts';
import type { BudgetPlanId, StationId } from '../../domain/ids.ts';
import { maySpend, mustSeePlan } from '../../domain/policy.ts';
import {
  type AcceptedAward,
  type AppliedAward,
  applyForAward as apply,
  type AwardKind,
} from '../../domain/award/reward-award.ts';
import { stationKey } from '../reference/held-keys.ts';
import { onceRequest } from '../reference/once-request.ts';
import type { Ports } from '../ports.ts';

type Deps = Pick<Ports, 'awards' | 'budgetPlans' | 'stations' | 'unitOfWork' | 'newId'>;

export interface ApplyForAwardInput {
  readonly budgetPlanId: BudgetPlanId;
  readonly stationId: StationId;
  readonly kind: AwardKind;
  readonly amountFen: Fen;
  readonly idempotencyKey: string;
}

export const applyForAward =
  ({ awards, budgetPlans, stations, unitOfWork, newId }: Deps) =>
  (input: ApplyForAwardInput, actor: Actor): Promise<AppliedAward | AcceptedAward> =>
    unitOfWork.once(onceRequest('applyForAward', actor, input), async () => {
      const plan = await budgetPlans.get(input.budgetPlanId);
      mustSeePlan(actor, plan);
      maySpend(actor, plan.countyCode);
      await unitOfWork.hold(stationKey(input.stationId));
      const station = await stations.get(input.stationId);
      const { kind, amountFen } = input;
      const application = { id: newId('awd'), kind, amountFen, appliedBy: subjectOf(actor) };
      return awards.save(apply(application, { plan, station }));
    });
