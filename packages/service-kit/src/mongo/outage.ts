import { mongo, MongooseError } from 'mongoose';
import { causesOf } from '../faults/causes.ts';

/** Answers of a server that is being stopped, elected, overloaded or full: another time, or another server, says yes. */
const PASSING_CODES = new Set([
  6, // HostUnreachable
  7, // HostNotFound
  24, // LockTimeout
  50, // MaxTimeMSExpired
  64, // WriteConcernFailed
  89, // NetworkTimeout
  91, // ShutdownInProgress
  100, // UnsatisfiableWriteConcern
  112, // WriteConflict
  117, // ConflictingOperationInProgress
  133, // FailedToSatisfyReadPreference
  189, // PrimarySteppedDown
  225, // TransactionTooOld
  246, // SnapshotUnavailable
  251, // NoSuchTransaction
  262, // ExceededTimeLimit
  290, // TransactionExceededLifetimeLimitSeconds
  9_001, // SocketException
  10_107, // NotWritablePrimary
  11_600, // InterruptedAtShutdown
  11_602, // InterruptedDueToReplStateChange
  13_435, // NotPrimaryNoSecondaryOk
  13_436, // NotPrimaryOrSecondary
  14_031, // OutOfDiskSpace
]);

const PASSING_LABELS = ['TransientTransactionError', 'UnknownTransactionCommitResult', 'RetryableWriteError'];

/** Of the operating system, below the driver. */
const NETWORK_CODES = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'ENOTFOUND',
  'EPIPE',
  'ETIMEDOUT',
]);

/** What mongoose says by itself while it has no server, or its connection was closed beneath it. */
const MONGOOSE_OUTAGE = /ServerSelection|buffering timed out|Disconnected|force closed/;

/**
 * Whether the work failed because servers or the network did, however that error is wrapped: repeated later, the same
 * work may succeed. A bulk write wraps what stopped it in an error of its own kind, which has neither its class nor
 * its labels.
 */
export function isOutage(error: unknown): boolean {
  return causesOf(error).some(isOutageItself);
}

/** The driver repeats a transaction whose error says that it may be repeated: a wrapped one is told so here. */
export function asRepeatable(error: unknown): unknown {
  if (!(error instanceof mongo.MongoError) || error.hasErrorLabel('TransientTransactionError')) return error;
  const causes = causesOf(error).slice(1);
  // Whoever waited in vain for a server to be found waits no second time: its caller decides.
  if (causes.some((cause) => cause instanceof mongo.MongoServerSelectionError)) return error;
  if (causes.some(isOutageItself)) error.addErrorLabel('TransientTransactionError');
  return error;
}

function isOutageItself(error: unknown): boolean {
  if (error instanceof mongo.MongoServerError) {
    return (
      PASSING_CODES.has(Number(error.code)) || PASSING_LABELS.some((label) => error.hasErrorLabel(label))
    );
  }
  // Wrong use of the driver, which no waiting cures.
  if (error instanceof mongo.MongoAPIError) return false;
  if (error instanceof mongo.MongoError) return true;
  if (error instanceof MongooseError) return MONGOOSE_OUTAGE.test(`${error.name} ${error.message}`);
  return error instanceof Error && NETWORK_CODES.has((error as NodeJS.ErrnoException).code ?? '');
}
