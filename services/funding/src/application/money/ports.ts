import type { Page, PageRequest, RegionCode } from '@qianshou/kernel';
import type { JournalEntry } from '../../domain/money/journal-entry.ts';
import type { Ledger, Recorded } from '../../domain/money/ledger.ts';

/** The journal of each county and year with its guard. Entries are inserted; nothing changes or removes one. */
export interface Ledgers {
  readonly get: (countyCode: RegionCode, year: number) => Promise<Ledger>;
  readonly findEntry: (ledger: Ledger, idempotencyKey: string) => Promise<JournalEntry | null>;
  /** Guard and entry together, while the guard still is what `before` says and can bear what is moved. */
  readonly append: (before: Ledger, recorded: Recorded) => Promise<void>;
  /** By number. */
  readonly list: (countyCode: RegionCode, year: number, page: PageRequest) => Promise<Page<JournalEntry>>;
  readonly listAll: (countyCode: RegionCode, year: number) => Promise<readonly JournalEntry[]>;
}
