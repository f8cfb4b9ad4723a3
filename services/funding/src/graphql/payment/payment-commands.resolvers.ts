import { line, publicText } from '@qianshou/kernel';
import { awardId, contractId, paymentId } from '../../domain/ids.ts';
import type { MutationResolvers } from '../generated/resolvers.ts';

interface TargetInput {
  readonly paymentId: string;
  readonly expectedVersion?: number | null | undefined;
  readonly idempotencyKey: string;
}

/** What every change of an existing payment says: which one, which version the caller read, and the request's key. */
function target({ paymentId: id, expectedVersion, idempotencyKey }: TargetInput) {
  return { paymentId: paymentId(id), expectedVersion: expectedVersion ?? null, idempotencyKey };
}

export const paymentMutations = {
  requestPayment: async (_root, { input }, { useCases, actor }) => ({
    payment: await useCases.requestPayment(
      {
        contractId: contractId(input.contractId),
        installmentNo: input.installmentNo,
        amountFen: input.amountFen ?? null,
        idempotencyKey: input.idempotencyKey,
      },
      actor,
    ),
  }),
  requestAwardPayment: async (_root, { input }, { useCases, actor }) => ({
    payment: await useCases.requestAwardPayment(
      { awardId: awardId(input.awardId), idempotencyKey: input.idempotencyKey },
      actor,
    ),
  }),
  approvePayment: async (_root, { input }, { useCases, actor }) => ({
    payment: await useCases.approvePayment(target(input), actor),
  }),
  makePayment: async (_root, { input }, { useCases, actor }) => ({
    payment: await useCases.makePayment(
      { ...target(input), voucherNo: line(input.voucherNo, 'voucherNo', 100), paidOn: input.paidOn },
      actor,
    ),
  }),
  returnPayment: async (_root, { input }, { useCases, actor }) => ({
    payment: await useCases.returnPayment(
      { ...target(input), reason: input.reason, note: publicText(input.note, 'note', 500) },
      actor,
    ),
  }),
} satisfies Partial<MutationResolvers>;
