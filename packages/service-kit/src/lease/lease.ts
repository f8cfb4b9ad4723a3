import { randomUUID } from 'node:crypto';
import type { Connection } from 'mongoose';
import { transactionSession } from '../mongo/transaction.ts';

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

export interface HeldLease extends Lease {
  readonly release: () => Promise<void>;
}

export interface LeaseRequest {
  readonly connection: Connection;
  readonly name: string;
  /** How long a holder that has died keeps others waiting. */
  readonly ttlMs?: number;
}

interface LeaseDocument {
  _id: string;
  owner: string | null;
  fence: number;
  expiresAt: Date;
  guarded: number;
}

const TTL_MS = 15_000;

/** Null while somebody else holds it. All times are the server's: hosts' clocks may differ. */
export async function acquireLease({
  connection,
  name,
  ttlMs = TTL_MS,
}: LeaseRequest): Promise<HeldLease | null> {
  const leases = leasesOf(connection);
  const owner = randomUUID();
  await leases.updateOne(
    { _id: name },
    { $setOnInsert: { owner: null, fence: 0, expiresAt: new Date(0), guarded: 0 } },
    { upsert: true },
  );
  const askedAt = performance.now();
  const taken = await leases.findOneAndUpdate(
    { _id: name, $expr: { $lte: ['$expiresAt', '$$NOW'] } },
    [{ $set: { owner, fence: { $add: ['$fence', 1] }, expiresAt: inServerTime(ttlMs) } }],
    { returnDocument: 'after' },
  );
  return taken === null ? null : heldLease({ connection, name, ttlMs, owner, fence: taken.fence, askedAt });
}

interface Tenure {
  readonly connection: Connection;
  readonly name: string;
  readonly ttlMs: number;
  readonly owner: string;
  readonly fence: number;
  readonly askedAt: number;
}

function heldLease(tenure: Tenure): HeldLease {
  const { connection, name, owner, fence } = tenure;
  const leases = leasesOf(connection);
  const renewal = keepRenewing(tenure);
  return {
    name,
    fence,
    lost: renewal.lost,
    guard: async () => {
      const session = transactionSession();
      // A write, not a read: taking the lease over meanwhile then conflicts with this transaction.
      const ours = await leases.updateOne({ _id: name, owner, fence }, { $inc: { guarded: 1 } }, { session });
      if (ours.matchedCount === 0) throw new LeaseLostError(name);
    },
    release: async () => {
      renewal.stop();
      await leases.updateOne({ _id: name, owner, fence }, { $set: { owner: null, expiresAt: new Date(0) } });
    },
  };
}

/** Renews at a third of the lease's time, and gives up by its own clock when no renewal came through in all of it. */
function keepRenewing(tenure: Tenure): { readonly lost: AbortSignal; readonly stop: () => void } {
  const { name, owner, fence, ttlMs } = tenure;
  const leases = leasesOf(tenure.connection);
  const loss = new AbortController();
  const lose = (): void => loss.abort(new LeaseLostError(name));
  let expiry = setTimeout(lose, ttlMs - (performance.now() - tenure.askedAt));
  const renew = async (): Promise<void> => {
    const askedAt = performance.now();
    const renewed = await leases.updateOne({ _id: name, owner, fence }, [
      { $set: { expiresAt: inServerTime(ttlMs) } },
    ]);
    if (renewed.matchedCount === 0) return lose();
    clearTimeout(expiry);
    if (!loss.signal.aborted) expiry = setTimeout(lose, ttlMs - (performance.now() - askedAt));
  };
  // A failed renewal is tried again with the next one; the expiry decides.
  const timer = setInterval(() => void renew().catch(() => undefined), ttlMs / 3);
  const stop = (): void => {
    clearInterval(timer);
    clearTimeout(expiry);
    lose();
  };
  loss.signal.addEventListener('abort', () => clearInterval(timer), { once: true });
  return { lost: loss.signal, stop };
}

export class LeaseLostError extends Error {
  override readonly name = 'LeaseLostError';

  constructor(lease: string) {
    super(`the lease "${lease}" is held by somebody else`);
  }
}

function inServerTime(milliseconds: number): Record<string, unknown> {
  return { $add: ['$$NOW', milliseconds] };
}

function leasesOf(connection: Connection) {
  return connection.collection<LeaseDocument>('leases');
}
