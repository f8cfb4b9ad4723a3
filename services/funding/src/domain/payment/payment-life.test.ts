import { publicText } from '@qianshou/kernel';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { A_PAYOUT, aRequestedPayment, FINANCE, NOW } from '../../../test/builders.ts';
import { approvePayment, makePayment, noteOverdue, refusePayment } from './payment.ts';
import type { Payment } from './payment-state.ts';

const note = publicText('演示', 'note');
const after = (days: number) => new Date(NOW.getTime() + days * 86_400_000);

const STEPS = {
  approve: (payment: Payment, at: Date) => approvePayment(payment, { by: FINANCE, at }).state,
  pay: (payment: Payment, at: Date) => makePayment(payment, { ...A_PAYOUT, at }).state,
  expire: (payment: Payment, at: Date) =>
    refusePayment(payment, { reason: 'EXPIRED', note, by: 'system', at }).state,
  fail: (payment: Payment, at: Date) =>
    refusePayment(payment, { reason: 'FAILED', note, by: FINANCE, at }).state,
  sweep: (payment: Payment, at: Date) => noteOverdue(payment, at).state,
} as const;

type Step = keyof typeof STEPS;

const steps = fc.array(
  fc.tuple(
    fc.constantFrom(...(Object.keys(STEPS) as Step[])),
    fc.integer({ min: 0, max: 90 }).map((days) => after(days)),
  ),
  { maxLength: 8 },
);

/** A step that a rule refuses changes nothing. */
function taken(payment: Payment, step: Step, at: Date): Payment {
  try {
    return STEPS[step](payment, at);
  } catch {
    return payment;
  }
}

describe('whatever is tried with a payment, in whatever order', () => {
  it('it expires only while it is asked for, and once approved a person settles it, who stands on it', () => {
    fc.assert(
      fc.property(steps, (tried) => {
        let payment: Payment = aRequestedPayment();
        for (const [step, at] of tried) {
          const before: Payment['status'] = payment.status;
          payment = taken(payment, step, at);
          if (payment.status === before) continue;
          if (step === 'expire') expect(before).toBe('REQUESTED');
          if (step === 'fail' || step === 'pay') expect(before).toBe('APPROVED');
          expect(step).not.toBe('sweep');
        }
        if (payment.status === 'PAID') expect(payment).toMatchObject({ paidBy: FINANCE, overdueSince: null });
      }),
      { numRuns: 2_000 },
    );
  });
});
