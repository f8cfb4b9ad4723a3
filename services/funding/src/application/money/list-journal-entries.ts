import type { Actor, Page, PageRequest } from '@qianshou/kernel';
import type { JournalEntry } from '../../domain/money/journal-entry.ts';
import { mayAudit } from '../../domain/policy.ts';
import type { LedgerPlace } from '../reference/held-keys.ts';
import type { Ports } from '../ports.ts';

/** The journal of one county and year, in the order of its chain. */
export const listJournalEntries =
  ({ ledgers }: Pick<Ports, 'ledgers'>) =>
  ({ countyCode, year }: LedgerPlace, page: PageRequest, actor: Actor): Promise<Page<JournalEntry>> => {
    mayAudit(actor, countyCode);
    return ledgers.list(countyCode, year, page);
  };
