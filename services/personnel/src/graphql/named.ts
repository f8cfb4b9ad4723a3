import type { Struck } from '@qianshou/kernel';
import { postingId, workerId } from '../domain/ids.ts';

interface Versioned {
  readonly expectedVersion?: number | null | undefined;
}

/** What every change of a worker says: which one, and which version the caller read. */
export function workerTarget(input: Versioned & { readonly workerId: string }) {
  return { workerId: workerId(input.workerId), expectedVersion: input.expectedVersion ?? null };
}

/** What every change of an existing posting says: which one, and which version the caller read. */
export function postingTarget(input: Versioned & { readonly postingId: string }) {
  return { postingId: postingId(input.postingId), expectedVersion: input.expectedVersion ?? null };
}

export type Nullish<Facts> = { readonly [Name in keyof Facts]: Facts[Name] | null | undefined };

/** What a correction names; what it leaves out, or says null of, stays. */
export function said<Facts extends object>(facts: Partial<Nullish<Facts>>): Partial<Facts> {
  const given = Object.entries(facts).filter(([, value]) => value !== undefined && value !== null);
  return Object.fromEntries(given) as Partial<Facts>;
}

/** What every entry tells that may be struck out. */
export const struckFields = {
  struckOn: ({ struck = null }: MayBeStruck) => struck?.on ?? null,
  strikeReason: ({ struck = null }: MayBeStruck) => struck?.reason ?? null,
  strikeEvidence: ({ struck = null }: MayBeStruck) => struck?.evidence ?? null,
};

interface MayBeStruck {
  readonly struck?: Struck | null;
}
