import { DomainError } from '@qianshou/kernel';
import { byThePlatform } from '../audit/decision.ts';
import { inScope } from '../scope/scope.ts';
import { randomUUIDv7 } from 'node:crypto';

/** What an earlier build left behind in one object. */
export interface Flaw {
  readonly id: string;
  /** Without what is personal in it. */
  readonly was: string;
  readonly becomes: string;
  /** Why the platform decides nothing here, and who does what: it is only listed. */
  readonly byHand?: string | null;
}

/** One kind of what earlier builds left behind: found page by page, and put right object by object. */
export interface Mending {
  readonly kind: string;
  readonly find: () => AsyncIterable<Flaw>;
  /** Looks again at the object, in a transaction: what is right meanwhile stays as it is. */
  readonly change: (id: string) => Promise<void>;
}

export interface Mended extends Flaw {
  readonly kind: string;
  /** Why it stays as it is; null where it was put right, or would be. */
  readonly refused: string | null;
}

export interface MendOptions {
  readonly mendings: readonly Mending[];
  /** Only says what would be changed. */
  readonly dryRun: boolean;
  readonly onMended: (mended: Mended) => void;
}

/** One object that cannot be put right keeps no other waiting. */
export async function mend({ mendings, dryRun, onMended }: MendOptions): Promise<void> {
  for (const { kind, find, change } of mendings)
    for await (const flaw of find()) {
      const stays = dryRun || isByHand(flaw);
      const refused = stays ? null : await attempt(kind, () => change(flaw.id));
      onMended({ kind, ...flaw, refused });
    }
}

export function isByHand({ byHand = null }: Flaw): boolean {
  return byHand !== null;
}

async function attempt(kind: string, change: () => Promise<void>): Promise<string | null> {
  const decision = byThePlatform(`mend ${kind}`);
  try {
    await inScope({ correlationId: randomUUIDv7(), decision }, change);
    return null;
  } catch (error) {
    if (error instanceof DomainError) return error.code;
    throw error;
  }
}
