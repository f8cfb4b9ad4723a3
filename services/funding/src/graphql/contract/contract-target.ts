import { publicText } from '@qianshou/kernel';
import { contractId } from '../../domain/ids.ts';

interface TargetInput {
  readonly contractId: string;
  readonly reason: string;
  readonly expectedVersion?: number | null | undefined;
  readonly idempotencyKey: string;
}

/** What every change of a contract says: which one, which version the caller read, the key, and why. */
export function target({ reason, ...input }: TargetInput) {
  return { ...targetOf(input), reason: publicText(reason, 'reason', 500) };
}

export function targetOf({ contractId: id, expectedVersion, idempotencyKey }: Omit<TargetInput, 'reason'>) {
  return { contractId: contractId(id), expectedVersion: expectedVersion ?? null, idempotencyKey };
}
