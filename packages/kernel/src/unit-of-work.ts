import type { DomainError } from './errors.ts';

/**
 * The ports of a use case that touches more than one aggregate. All saves inside `run` become one transaction;
 * the body may run more than once, so it keeps nothing outside.
 */
export interface UnitOfWork {
  readonly run: <Result>(body: () => Promise<Result>) => Promise<Result>;
  /**
   * Within `run`: serialises with everybody who holds one of the keys, so that counted facts stay true until commit.
   * In this process first come, first served: the body begins anew when it is its turn, so hold before what is costly.
   */
  readonly hold: (...keys: readonly string[]) => Promise<void>;
  /**
   * `run`, once per key: the same key and request give the same answer as long as it is kept, to whoever still may
   * ask; the same key with another request is an IDEMPOTENCY_CONFLICT. The answer is stored in the same transaction.
   */
  readonly once: <Result>(request: OnceRequest, body: () => Promise<Result>) => Promise<Result>;
  /**
   * For commands that many send at once about one thing: those that wait for its key are decided together, in one
   * transaction that reads what they need once and saves what came of them once. Each is decided for itself, in the
   * order of their coming: its own refusal, its own answer, its own entry of the audit log.
   */
  readonly grouped: <Asked, Result>(asking: Grouped<Asked, Result>) => Promise<Result>;
}

export interface Grouped<Asked, Result> {
  /** Held while they are decided. */
  readonly key: string;
  readonly asked: Asked;
  /** What came of each, in the order of `all`. It may run more than once, so it keeps nothing outside. */
  readonly decideAll: (all: readonly Asked[], each: Each) => Promise<readonly Outcome<Result>[]>;
}

/** Makes one of the decisions, by its number, as whoever asked for it: what it changes is saved in their name. */
export type Each = <Made>(at: number, decide: () => Made) => Outcome<Made>;

export type Outcome<Made> = { readonly made: Made } | { readonly refused: DomainError };

export function ifMade<Made, Result>(outcome: Outcome<Made>, then: (made: Made) => Result): Outcome<Result> {
  return 'made' in outcome ? { made: then(outcome.made) } : outcome;
}

export interface OnceRequest {
  /** The operation's name: keys of different operations never meet. */
  readonly operation: string;
  /** Who asks: keys of different callers never meet. */
  readonly subject: string | null;
  readonly key: string;
  /** Everything that makes it this request and no other. */
  readonly input: unknown;
  /** How long the answer is kept; for ever where it is not said, as for money. */
  readonly keptForDays?: number;
}
