import type { Payment } from '../../domain/payment/payment-state.ts';
import type { Ports } from '../ports.ts';

/** Whether the year that a payment is of was settled. */
export async function isYearClosed(
  { budgetPlans }: Pick<Ports, 'budgetPlans'>,
  payment: Payment,
): Promise<boolean> {
  return (await budgetPlans.findOf(payment))?.status === 'SETTLED';
}
