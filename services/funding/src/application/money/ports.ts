import type { CalendarDate, Page, PageRequest, RegionCode, Repository } from '@qianshou/kernel';
import type { LedgerCheckId, LedgerSealId } from '../../domain/ids.ts';
import type { JournalEntry } from '../../domain/money/journal-entry.ts';
import type { LedgerCheck, LedgerChecked } from '../../domain/money/ledger-check.ts';
import type { SealedFacts } from '../../domain/money/ledger-findings.ts';
import type { LedgerSeal, LedgerSealed } from '../../domain/money/ledger-seal.ts';
import type { ToldPaid } from '../../domain/books/object-findings.ts';
import type { PartBalances } from '../../domain/money/source-parts.ts';
import type { Ledger, LedgerPlace, Recorded } from '../../domain/money/ledger.ts';

/** The journal of each county and year with its guard. Entries are inserted; nothing changes or removes one. */
export interface Ledgers {
  readonly get: (countyCode: RegionCode, year: number) => Promise<Ledger>;
  readonly findEntry: (ledger: Ledger, idempotencyKey: string) => Promise<JournalEntry | null>;
  /** For each county and year (`420581/2026`) what stands in its stages, by source; null where no money moved. */
  readonly partsOfMany: (places: readonly string[]) => Promise<readonly (PartBalances | null)[]>;
  /** Guard and entry together, while the guard still is what `before` says and can bear what is moved. */
  readonly append: (before: Ledger, recorded: Recorded) => Promise<void>;
  /** By number. */
  readonly list: (countyCode: RegionCode, year: number, page: PageRequest) => Promise<Page<JournalEntry>>;
  readonly listAll: (countyCode: RegionCode, year: number) => Promise<readonly JournalEntry[]>;
  /** Every county and year that has a guard, and how far its journal reaches. */
  readonly reached: () => Promise<readonly (LedgerPlace & Pick<Ledger, 'entries'>)[]>;
}

export interface LedgerSeals extends Repository<LedgerSealId, LedgerSeal, LedgerSealed> {
  readonly findLast: (place: LedgerPlace) => Promise<LedgerSeal | null>;
  /** By number. */
  readonly listAll: (place: LedgerPlace) => Promise<readonly LedgerSeal[]>;
  /** Every county and year that was ever sealed, though its guard be gone. */
  readonly places: () => Promise<readonly LedgerPlace[]>;
}

export interface LedgerChecks extends Repository<LedgerCheckId, LedgerCheck, LedgerChecked> {
  /** Every county and year that was reconciled in the month. */
  readonly placesOf: (month: CalendarDate) => Promise<readonly LedgerPlace[]>;
  /** Latest month first. */
  readonly list: (place: LedgerPlace, page: PageRequest) => Promise<Page<LedgerCheck>>;
}

/** What this service told, by its own log of events. */
export interface ToldOfMoney {
  readonly seals: (ids: readonly LedgerSealId[]) => Promise<readonly SealedFacts[]>;
  readonly paid: (paymentIds: readonly string[]) => Promise<ToldPaid>;
}
