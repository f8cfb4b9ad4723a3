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
