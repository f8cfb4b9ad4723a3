import type { Page, PageRequest, RegionCode } from '@qianshou/kernel';
import type { JournalEntry } from '../../domain/money/journal-entry.ts';
import type { PartBalances } from '../../domain/money/source-parts.ts';
import type { Ledger, Recorded } from '../../domain/money/ledger.ts';

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
}
