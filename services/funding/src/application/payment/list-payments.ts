import type { Actor, Page, PageRequest } from '@qianshou/kernel';
import type { Payment } from '../../domain/payment/payment-state.ts';
import { scopeOf } from '../../domain/policy.ts';
import type { PaymentFilter } from './ports.ts';
import type { Ports } from '../ports.ts';

/** What the reader may not see is filtered where it is stored, so that pages and counts leave it out too. */
export const listPayments =
  ({ payments }: Pick<Ports, 'payments'>) =>
  (filter: Omit<PaymentFilter, 'scope'>, page: PageRequest, actor: Actor): Promise<Page<Payment>> =>
    payments.list({ ...filter, scope: scopeOf(actor) }, page);
