import { type Command, decision } from '@qianshou/kernel';
import { subjectOf } from '../../domain/reference/four-eyes.ts';
import { reservationOf } from '../../domain/payment/payment-movements.ts';
import { requestAward } from '../../domain/payment/payment-request.ts';
import { approvePayment } from '../../domain/payment/payment.ts';
import type { ApprovedPayment } from '../../domain/payment/payment-state.ts';
import { mayDecide } from '../../domain/policy.ts';
import {
  type ApprovedAward,
  approveAward as approve,
  awardCommitmentOf,
} from '../../domain/award/reward-award.ts';
import { beginExecution } from '../../domain/budget/budget-plan.ts';
import { boundParts } from '../money/bound-parts.ts';
import type { Ports } from '../ports.ts';
import { writeJournal } from '../money/write-journal.ts';
import { type AwardTarget, onAward } from './award-decision.ts';

export interface AwardApproved {
  readonly award: ApprovedAward;
  readonly payment: ApprovedPayment;
}

/** The applicant asked for the money with the application, so the approval is its payment's as well: paying is left. */
export const approveAward = (ports: Ports): Command<AwardTarget, AwardApproved> => {
  const { awards, budgetPlans, payments, stations, clock, newId, unitOfWork } = ports;
  return decision(unitOfWork, {
    ...onAward(ports),
    once: 'approveAward',
    may: (actor, { countyCode }) => mayDecide(actor, countyCode),
    decide: async (award, _input, actor) => {
      const { amountFen } = award;
      const plan = await budgetPlans.get(award.budgetPlanId);
      const sources = await boundParts(ports, plan, { amountFen, purpose: 'REWARD', allocation: 'ORDER' });
      return approve(award, subjectOf(actor), await stations.get(award.stationId), sources);
    },
    save: async (change, { actor }) => {
      const award = await awards.save(change);
      const at = clock.now();
      const requested = await payments.save(
        requestAward(award, { id: newId('pay'), by: award.appliedBy, at }, null),
      );
      const payment = await payments.save(approvePayment(requested, { by: subjectOf(actor), at }));
      await writeJournal(ports, award, [awardCommitmentOf(award), reservationOf(payment, award.approvedBy)]);
      await budgetPlans.save(beginExecution(await budgetPlans.get(award.budgetPlanId)));
      return { award, payment };
    },
  });
};
