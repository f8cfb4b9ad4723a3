import type { Publication } from '@qianshou/events';
import type { CapBreach, CapBreachRejected } from '../domain/budget/cap-breach.ts';
import type { LedgerCheck, LedgerChecked } from '../domain/money/ledger-check.ts';
import type { LedgerSeal, LedgerSealed } from '../domain/money/ledger-seal.ts';
import { wire } from './publications.ts';

export function publishSealEvent(_event: LedgerSealed, seal: LedgerSeal): Publication {
  const { countyCode, year, no, entries, lastHash, sealedAt } = seal;
  const data = { countyCode, year, no, entries, lastHash, sealedAt: sealedAt.toISOString() };
  return { type: 'qianshou.funding.ledger-sealed.v1', data, regionCode: countyCode };
}

export function publishCheckEvent(_event: LedgerChecked, check: LedgerCheck): Publication {
  const { id: ledgerCheckId, countyCode, year, month, entries, balanced, findings } = check;
  const data = { ledgerCheckId, countyCode, year, month, entries, balanced, findings: findings.length };
  return { type: 'qianshou.funding.ledger-reconciled.v1', data, regionCode: countyCode };
}

export function publishBreachEvent(_event: CapBreachRejected, breach: CapBreach): Publication {
  const { id: capBreachId, countyCode, year, budgetPlanId, operation, askedFen, capFen, by } = breach;
  const amounts = { askedFen: wire(askedFen), capFen: capFen === null ? null : wire(capFen) };
  const data = { capBreachId, countyCode, year, budgetPlanId, operation, ...amounts, by };
  return { type: 'qianshou.funding.cap-breach-rejected.v1', data, regionCode: countyCode };
}
