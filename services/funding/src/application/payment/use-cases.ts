import type { Ports } from '../ports.ts';
import { approvePayment } from './approve-payment.ts';
import { instructPayment } from './instruct-payment.ts';
import { listPayments } from './list-payments.ts';
import { makePayment } from './make-payment.ts';
import { refundPayment } from './refund-payment.ts';
import { releaseExpiredPayments } from './release-expired-payments.ts';
import { requestPayment } from './request-payment.ts';
import { returnPayment } from './return-payment.ts';

export function useCasesOfPayment(ports: Ports) {
  return {
    approvePayment: approvePayment(ports),
    instructPayment: instructPayment(ports),
    listPayments: listPayments(ports),
    makePayment: makePayment(ports),
    refundPayment: refundPayment(ports),
    releaseExpiredPayments: releaseExpiredPayments(ports),
    requestPayment: requestPayment(ports),
    returnPayment: returnPayment(ports),
  };
}
