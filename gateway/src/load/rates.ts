import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import type { BudgetKind, BudgetName, Budgets } from './budgets.ts';

/** A request as the budgets see it. */
export interface Spending {
  readonly caller: string;
  readonly address: string;
  readonly cost: number;
  readonly mutation: boolean;
  readonly rootNames: readonly string[];
  /** Size of the file that an import announces. */
  readonly bytes: number;
}

/** How one budget stands after a request. */
export interface Balance {
  readonly budget: BudgetName;
  readonly limit: number;
  readonly remaining: number;
  /** Seconds until it is whole again. */
  readonly reset: number;
}

export interface Verdict {
  readonly allowed: boolean;
  /** The budget that is exceeded, or else the one of which least is left. */
  readonly tightest: Balance;
}

export type Spend = (spending: Spending) => Promise<Verdict>;

/**
 * Budgets kept in this process: a gateway has no database, and one that asked a database before each question would
 * pay more for counting than for answering. Of n gateways behind a balancer each gives the whole budget.
 */
export function rates(budgets: Budgets): Spend {
  const limiters = budgets.map((budget) => ({
    ...budget,
    limiter: new RateLimiterMemory({
      points: budget.points,
      duration: budget.seconds,
      keyPrefix: budget.name,
    }),
  }));
  return async (spending) => {
    const concerned = limiters.filter((budget) => concerns(budget, spending));
    const spent = await Promise.all(
      concerned.map(async ({ limiter, name, points, owner, measure, of }) => {
        const key = owner === 'CALLER' ? spending.caller : spending.address;
        const result = await consumed(limiter, key, amountOf({ measure, of }, spending));
        return { ...result, balance: balanceOf(name, points, result.state) };
      }),
    );
    const [first] = spent.toSorted(byNeed);
    if (first === undefined) throw new Error('a request that no budget is about');
    return { allowed: first.allowed, tightest: first.balance };
  };
}

interface Spent {
  readonly allowed: boolean;
  readonly balance: Balance;
}

function byNeed(one: Spent, other: Spent): number {
  if (one.allowed !== other.allowed) return one.allowed ? 1 : -1;
  return share(one.balance) - share(other.balance);
}

function share({ remaining, limit }: Balance): number {
  return remaining / limit;
}

function concerns({ of }: Pick<BudgetKind, 'of'>, spending: Spending): boolean {
  return of === 'EVERYTHING' || timesAsked(of, spending) > 0;
}

/** A change that is asked for five times in one request, by aliases, is asked for five times. */
function timesAsked(of: BudgetKind['of'], { mutation, rootNames }: Spending): number {
  if (of === 'EVERYTHING') return 1;
  if (!mutation) return 0;
  return of === 'CHANGES' ? Math.max(1, rootNames.length) : rootNames.filter((name) => of.test(name)).length;
}

function amountOf({ measure, of }: Pick<BudgetKind, 'measure' | 'of'>, spending: Spending): number {
  if (measure === 'COST') return Math.max(1, spending.cost);
  return measure === 'BYTES' ? spending.bytes : timesAsked(of, spending);
}

interface Consumed {
  readonly allowed: boolean;
  readonly state: RateLimiterRes;
}

/** The library tells what is exceeded by rejecting. */
async function consumed(limiter: RateLimiterMemory, key: string, points: number): Promise<Consumed> {
  try {
    return { allowed: true, state: await limiter.consume(key, points) };
  } catch (state) {
    if (!(state instanceof RateLimiterRes)) throw state;
    return { allowed: false, state };
  }
}

function balanceOf(budget: BudgetName, limit: number, state: RateLimiterRes): Balance {
  const { remainingPoints, msBeforeNext } = state;
  return { budget, limit, remaining: Math.max(0, remainingPoints), reset: Math.ceil(msBeforeNext / 1_000) };
}
