import { type Fen, fen } from '@qianshou/kernel';
import { type Account, ACCOUNTS } from './account.ts';
import { type Digest, firstBreak, type JournalEntry } from './journal-entry.ts';
import { balanceOf, type Ledger, replay } from './ledger.ts';

/** One account as the journal has it and as the guard has it. */
export interface AccountComparison {
  readonly account: Account;
  readonly journalFen: Fen;
  readonly guardFen: Fen;
  /** Guard less journal; anything but 0 is a fault to be looked into. */
  readonly differenceFen: Fen;
}

export interface LedgerComparison {
  readonly accounts: readonly AccountComparison[];
  readonly entries: number;
  /** The number of the first entry that is missing, out of place or altered; null for an intact chain. */
  readonly chainBrokenAt: number | null;
}

/** Journal against guard, account by account, and the journal against its own chain. */
export function compare(ledger: Ledger, entries: readonly JournalEntry[], digest: Digest): LedgerComparison {
  const rebuilt = replay(ledger.countyCode, ledger.year, entries);
  const used = ACCOUNTS.filter((account) => account in rebuilt.balances || account in ledger.balances);
  return {
    accounts: used.map((account) => {
      const journalFen = balanceOf(rebuilt, account);
      const guardFen = balanceOf(ledger, account);
      return { account, journalFen, guardFen, differenceFen: fen(guardFen - journalFen) };
    }),
    entries: entries.length,
    chainBrokenAt: brokenAt(ledger, entries, digest),
  };
}

/** A journal cut off at its end is intact in itself: only the guard knows how far it reached. */
function brokenAt(ledger: Ledger, entries: readonly JournalEntry[], digest: Digest): number | null {
  const broken = firstBreak(entries, digest);
  if (broken !== null) return broken;
  const last = entries.at(-1);
  const sameEnd = entries.length === ledger.entries && (last === undefined || last.hash === ledger.lastHash);
  return sameEnd ? null : Math.min(entries.length, ledger.entries) + 1;
}
