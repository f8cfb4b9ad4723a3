/** The right to be the only one who does something, for a while. */
export interface Lease {
  readonly name: string;
  /** Grows with every holder: a write that carries an old one comes too late. */
  readonly fence: number;
  /** Aborts when the lease could not be renewed in time: stop, somebody else may have begun. */
  readonly lost: AbortSignal;
  /** Within a transaction: it commits only if this lease is still ours. */
  readonly guard: () => Promise<void>;
}
