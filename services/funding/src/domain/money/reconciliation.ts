import { type Fen, fen } from '@qianshou/kernel';
import {
  type Account,
  ACCOUNTS,
  PROGRAMMES,
  SOURCE_KINDS,
  sourceAccount,
  type Stage,
  stageAccount,
} from './account.ts';
import { type Digest, firstBreak, type JournalEntry } from './journal-entry.ts';
import { balanceOf, type Ledger, replay } from './ledger.ts';
import { finding, type LedgerFinding } from './ledger-findings.ts';
import type { PartBalances } from './source-parts.ts';

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
  /** The stages once more, each source by itself: `STATION_WORK/COMMITTED/CHARITY`. */
  readonly sources: readonly AccountComparison[];
  readonly entries: number;
  /** The number of the first entry that is missing, out of place or altered; null for an intact chain. */
  readonly chainBrokenAt: number | null;
}

/** Journal against guard, account by account, and the journal against its own chain. */
export function compare(ledger: Ledger, entries: readonly JournalEntry[], digest: Digest): LedgerComparison {
  const rebuilt = replay(ledger.countyCode, ledger.year, entries);
  const kept = [...Object.keys(rebuilt.balances), ...Object.keys(ledger.balances)].map(
    (account) => account as Account,
  );
  const others = [...new Set(kept)].filter((account) => !ACCOUNTS.includes(account)).toSorted();
  const used = [...ACCOUNTS.filter((account) => kept.includes(account)), ...others];
  return {
    accounts: used.map((account) =>
      comparison(account, balanceOf(rebuilt, account), balanceOf(ledger, account)),
    ),
    sources: compareParts(rebuilt.parts, ledger.parts),
    entries: entries.length,
    chainBrokenAt: brokenAt(ledger, entries, digest),
  };
}

function compareParts(journal: PartBalances, guard: PartBalances): readonly AccountComparison[] {
  const keys = new Set([...Object.keys(journal), ...Object.keys(guard)]);
  return [...keys]
    .toSorted()
    .map((key) => comparison(key as Account, journal[key] ?? fen(0n), guard[key] ?? fen(0n)));
}

function comparison(account: Account, journalFen: Fen, guardFen: Fen): AccountComparison {
  return { account, journalFen, guardFen, differenceFen: fen(guardFen - journalFen) };
}

/** A journal cut off at its end is intact in itself: only the guard knows how far it reached. */
function brokenAt(ledger: Ledger, entries: readonly JournalEntry[], digest: Digest): number | null {
  const broken = firstBreak(entries, digest);
  if (broken !== null) return broken;
  const last = entries.at(-1);
  const sameEnd = entries.length === ledger.entries && (last === undefined || last.hash === ledger.lastHash);
  return sameEnd ? null : Math.min(entries.length, ledger.entries) + 1;
}

/** What consumers of the year's events add up: the same money, told another way. */
export interface FiguresOfYear {
  readonly plannedFen: Fen;
  /** Contracts and approved awards, with what was carried over from or into another year. */
  readonly boundFen: Fen;
  /** Paid, less what came back. */
  readonly paidFen: Fen;
  readonly asOf: Date;
}

export type FigureName = Exclude<keyof FiguresOfYear, 'asOf'>;

export interface FigureComparison {
  readonly figure: FigureName;
  readonly journalFen: Fen;
  readonly eventsFen: Fen;
  /** Events less journal; other than 0 only for the moment that events are on their way. */
  readonly differenceFen: Fen;
}

/** Journal against what was published of it. */
export function compareWithFigures(
  ledger: Ledger,
  figures: FiguresOfYear | null,
): readonly FigureComparison[] {
  const journal: Record<FigureName, Fen> = {
    plannedFen: fen(-sumOf(ledger, allSources)),
    boundFen: sumOf(ledger, stages('COMMITTED', 'RESERVED', 'DISBURSED', 'RETURNED')),
    paidFen: sumOf(ledger, stages('DISBURSED', 'RETURNED')),
  };
  return (['plannedFen', 'boundFen', 'paidFen'] as const).map((figure) => {
    const eventsFen = figures?.[figure] ?? fen(0n);
    const journalFen = journal[figure];
    return { figure, journalFen, eventsFen, differenceFen: fen(eventsFen - journalFen) };
  });
}

const allSources = PROGRAMMES.flatMap((programme) =>
  SOURCE_KINDS.map((kind) => sourceAccount(programme, kind)),
);

const stages = (...names: readonly Stage[]): readonly Account[] =>
  PROGRAMMES.flatMap((programme) => names.map((name) => stageAccount(programme, name)));

function sumOf(ledger: Ledger, accounts: readonly Account[]): Fen {
  return fen(accounts.reduce<bigint>((sum, account) => sum + balanceOf(ledger, account), 0n));
}

/** The accounts and sources whose guard says something else than the journal, named. */
export function guardFindings({
  accounts,
  sources,
}: Pick<LedgerComparison, 'accounts' | 'sources'>): readonly LedgerFinding[] {
  return [...accounts, ...sources]
    .filter(({ differenceFen }) => differenceFen !== 0n)
    .map(({ account, differenceFen }) => finding('GUARD_DIFFERS', { account, differenceFen }));
}
