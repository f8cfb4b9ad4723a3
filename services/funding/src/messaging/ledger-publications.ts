import type { Publication } from '@qianshou/events';
import type { LedgerCheck, LedgerChecked } from '../domain/money/ledger-check.ts';
import type { LedgerSeal, LedgerSealed } from '../domain/money/ledger-seal.ts';

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
