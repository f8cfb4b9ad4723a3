import { type Actor, expectVersion } from '@qianshou/kernel';
import { subjectOf } from '../../domain/reference/four-eyes.ts';
import type { AwardId } from '../../domain/ids.ts';
import { reservationOf } from '../../domain/payment/payment-movements.ts';
import { requestAward } from '../../domain/payment/payment-request.ts';
import { type ApprovedPayment, approvePayment } from '../../domain/payment/payment.ts';
import { mayDecide } from '../../domain/policy.ts';
import {
  type ApprovedAward,
  approveAward as approve,
  awardCommitmentOf,
} from '../../domain/award/reward-award.ts';
import { moveMoney } from '../money/move-money.ts';
import { onceRequest } from '../reference/once-request.ts';
import type { Ports } from '../ports.ts';
import { writeJournal } from '../money/write-journal.ts';

export interface ApproveAwardInput {
  readonly awardId: AwardId;
  readonly expectedVersion: number | null;
  readonly idempotencyKey: string;
}

export interface AwardApproved {
  readonly award: ApprovedAward;
  readonly payment: ApprovedPayment;
}

/** The applicant asked for the money with the application, so the approval is its payment's as well: paying is left. */
export const approveAward =
  (ports: Ports) =>
  async (input: ApproveAwardInput, actor: Actor): Promise<AwardApproved> => {
    const place = await ports.awards.get(input.awardId);
    return moveMoney(ports, place, onceRequest('approveAward', actor, input), async () => {
      const { awards, payments, stations, clock, newId } = ports;
      const known = await awards.get(input.awardId);
      mayDecide(actor, known.countyCode);
      expectVersion(known, input.expectedVersion);
      const decision = { by: subjectOf(actor), at: clock.now() };
      const award = await awards.save(approve(known, decision.by, await stations.get(known.stationId)));
      const asking = { id: newId('pay'), by: award.appliedBy, at: decision.at };
      const requested = await payments.save(requestAward(award, asking, null));
      const payment = await payments.save(approvePayment(requested, decision));
      await writeJournal(ports, award, [awardCommitmentOf(award), reservationOf(payment)]);
      return { award, payment };
    });
  };
