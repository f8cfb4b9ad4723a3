import type { Ports } from '../ports.ts';
import { listJournalEntries } from './list-journal-entries.ts';
import { reconcile } from './reconcile.ts';

export function useCasesOfMoney(ports: Ports) {
  return {
    listJournalEntries: listJournalEntries(ports),
    reconcile: reconcile(ports),
  };
}
