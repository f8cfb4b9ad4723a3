import type { Ports } from '../ports.ts';
import { checkLedgers } from './check-ledgers.ts';
import { listJournalEntries } from './list-journal-entries.ts';
import { listLedgerChecks } from './list-ledger-checks.ts';
import { reconcile } from './reconcile.ts';
import { sealLedgers } from './seal-ledgers.ts';

export function useCasesOfMoney(ports: Ports) {
  return {
    checkLedgers: checkLedgers(ports),
    listJournalEntries: listJournalEntries(ports),
    listLedgerChecks: listLedgerChecks(ports),
    reconcile: reconcile(ports),
    sealLedgers: sealLedgers(ports),
  };
}
