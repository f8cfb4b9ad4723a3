import { type Change, DomainError, type Fen, fen, type RegionCode, type Versioned } from '@qianshou/kernel';
import type { BudgetPlanId, CapBreachId } from '../ids.ts';

/** FUN-1: somebody asked for more of the assistance fund than its cap allows (超上限申请被拒); kept although nothing else was. */
export interface CapBreach extends Versioned {
  readonly id: CapBreachId;
  readonly countyCode: RegionCode;
  readonly year: number;
  /** Null: the budget was to be drafted. */
  readonly budgetPlanId: BudgetPlanId | null;
  /** The operation that was refused. */
  readonly operation: string;
  readonly askedFen: Fen;
  /** Null where no cap is known at all. */
  readonly capFen: Fen | null;
  readonly by: string;
  /** The key of the request: asking again with it is the same breach. */
  readonly requestKey: string;
  readonly rejectedAt: Date;
}

export interface CapBreachRejected {
  readonly type: 'cap-breach.rejected';
}

const BREACHES = ['BUDGET_SHARE_ABOVE_CAP', 'JOURNAL_CAP_BROKEN'];

/** What was asked for and what is allowed, where that is why something was refused; null for every other refusal. */
export function breachIn(error: unknown): Pick<CapBreach, 'askedFen' | 'capFen'> | null {
  if (!(error instanceof DomainError) || !BREACHES.includes(error.code)) return null;
  return { askedFen: amountIn(error, 'askedFen') ?? fen(0n), capFen: amountIn(error, 'capFen') };
}

function amountIn({ details }: DomainError, name: string): Fen | null {
  const said: unknown = details[name];
  return typeof said === 'string' && /^\d+$/.test(said) ? fen(BigInt(said)) : null;
}

export function keepBreach(breach: Omit<CapBreach, 'version'>): Change<CapBreach, CapBreachRejected> {
  return { state: { ...breach, version: 0 }, events: [{ type: 'cap-breach.rejected' }] };
}
