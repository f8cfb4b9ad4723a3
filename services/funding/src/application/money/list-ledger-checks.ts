import type { Actor, Page, PageRequest } from '@qianshou/kernel';
import type { LedgerCheck } from '../../domain/money/ledger-check.ts';
import { mayAudit } from '../../domain/policy.ts';
import type { LedgerPlace } from '../reference/held-keys.ts';
import type { Ports } from '../ports.ts';

/** The reconciliations that were kept of one county and year, latest month first. */
export const listLedgerChecks =
  ({ ledgerChecks }: Pick<Ports, 'ledgerChecks'>) =>
  (place: LedgerPlace, page: PageRequest, actor: Actor): Promise<Page<LedgerCheck>> => {
    mayAudit(actor, place.countyCode);
    return ledgerChecks.list(place, page);
  };
