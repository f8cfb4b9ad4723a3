import type { Ports } from '../ports.ts';
import { applyForAward } from './apply-for-award.ts';
import { approveAward } from './approve-award.ts';
import { correctAward, refuseAward, withdrawAward } from './change-award.ts';
import { listAwards } from './list-awards.ts';
import { requestAwardPayment } from './request-award-payment.ts';

export function useCasesOfAward(ports: Ports) {
  return {
    applyForAward: applyForAward(ports),
    approveAward: approveAward(ports),
    correctAward: correctAward(ports),
    listAwards: listAwards(ports),
    refuseAward: refuseAward(ports),
    requestAwardPayment: requestAwardPayment(ports),
    withdrawAward: withdrawAward(ports),
  };
}
