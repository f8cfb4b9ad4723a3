import type { Actor } from '@qianshou/kernel';
import { isBureau } from '../policy.ts';
import type { TransferQuestion, TransferRequest } from './worker-transfer.ts';

/** What a bureau asked. */
export function visibleRequest(actor: Actor, found: TransferRequest | null): TransferRequest | null {
  return found !== null && isBureau(actor, found.countyCode) ? found : null;
}

/** What a bureau is asked; about a number that nobody has, nobody is. */
export function visibleQuestion(actor: Actor, found: TransferQuestion | null): TransferQuestion | null {
  const countyCode = found?.countyCode ?? null;
  return countyCode !== null && isBureau(actor, countyCode) ? found : null;
}
