import type { Actor } from '@qianshou/kernel';
import { isInReach, type PersonalRecord, reachOf } from '../../domain/policy.ts';

/** A person's record as this caller sees it: out of reach is as if there were none. */
export function visible<Record extends PersonalRecord>(record: Record | null, actor: Actor): Record | null {
  return record !== null && isInReach(reachOf(actor), record) ? record : null;
}
