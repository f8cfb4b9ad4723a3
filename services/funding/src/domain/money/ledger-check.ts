import { type CalendarDate, type Change, chinaDay, type RegionCode, type Versioned } from '@qianshou/kernel';
import type { LedgerCheckId } from '../ids.ts';
import { type LedgerFinding, MOST_FINDINGS } from './ledger-findings.ts';

/** The reconciliation of a month (月度对账), kept as it came out: what was wrong then is not made good by a later one. */
export interface LedgerCheck extends Versioned {
  readonly id: LedgerCheckId;
  readonly countyCode: RegionCode;
  readonly year: number;
  /** In which month it was made, by its first day. */
  readonly month: CalendarDate;
  readonly checkedAt: Date;
  readonly entries: number;
  readonly lastHash: string;
  readonly balanced: boolean;
  /** The first hundred of what is wrong. */
  readonly findings: readonly LedgerFinding[];
}

export interface LedgerChecked {
  readonly type: 'ledger.reconciled';
}

/** What a reconciliation came to. */
export type CheckResult = Pick<LedgerCheck, 'countyCode' | 'year' | 'entries' | 'lastHash' | 'findings'>;

export function monthOf(at: Date): CalendarDate {
  return `${chinaDay(at).slice(0, 7)}-01` as CalendarDate;
}

export function keepCheck(
  id: LedgerCheckId,
  { findings, ...result }: CheckResult,
  checkedAt: Date,
): Change<LedgerCheck, LedgerChecked> {
  const state: LedgerCheck = {
    ...result,
    id,
    version: 0,
    month: monthOf(checkedAt),
    checkedAt,
    balanced: findings.length === 0,
    findings: findings.slice(0, MOST_FINDINGS),
  };
  return { state, events: [{ type: 'ledger.reconciled' }] };
}
