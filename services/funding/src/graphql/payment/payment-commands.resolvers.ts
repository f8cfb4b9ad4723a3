import { badInput, line, publicLine, publicText } from '@qianshou/kernel';
import { awardId, contractId, paymentId } from '../../domain/ids.ts';
import { optional } from '@qianshou/service-kit/graphql';
import type { MutationResolvers, PaymentPaperInput } from '../generated/resolvers.ts';

interface TargetInput {
  readonly paymentId: string;
  readonly expectedVersion?: number | null | undefined;
  readonly idempotencyKey: string;
}

/** What every change of an existing payment says: which one, which version the caller read, and the request's key. */
function target({ paymentId: id, expectedVersion, idempotencyKey }: TargetInput) {
  return { paymentId: paymentId(id), expectedVersion: expectedVersion ?? null, idempotencyKey };
}

function paperOf({ no, sha256 }: PaymentPaperInput) {
  return { no: publicLine(no, 'invoice.no', 100), sha256: digestOf(sha256, 'invoice.sha256') };
}

/** SHA-256 in hex, in small letters, so that one digest has one form. */
function digestOf(raw: string | null | undefined, field: string): string | null {
  if (raw === null || raw === undefined) return null;
  const digest = publicLine(raw, field, 100).toLowerCase();
  if (/^[0-9a-f]{64}$/.test(digest)) return digest;
  const reason = { en: 'expected 64 hexadecimal digits of SHA-256', zh: '应为 64 位十六进制 SHA-256 摘要' };
  throw badInput({ field, reason });
}

export const paymentMutations = {
  requestPayment: async (_root, { input }, { useCases, actor }) => ({
    payment: await useCases.requestPayment(
      {
        contractId: contractId(input.contractId),
        installmentNo: input.installmentNo,
        amountFen: input.amountFen ?? null,
        invoice: optional(input.invoice, paperOf),
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
      {
        ...target(input),
        voucherNo: line(input.voucherNo, 'voucherNo', 100),
        slipSha256: digestOf(input.slipSha256, 'slipSha256'),
        paidOn: input.paidOn,
      },
      actor,
    ),
  }),
  instructPayment: async (_root, { input }, { useCases, actor }) => ({
    payment: await useCases.instructPayment({ ...target(input), instructedOn: input.instructedOn }, actor),
  }),
  refundPayment: async (_root, { input }, { useCases, actor }) => ({
    payment: await useCases.refundPayment(
      {
        ...target(input),
        amountFen: input.amountFen,
        receivedOn: input.receivedOn,
        slipNo: publicLine(input.slipNo, 'slipNo', 100),
        note: publicText(input.note, 'note', 500),
      },
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
