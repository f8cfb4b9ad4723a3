import mongoose, { type Connection } from 'mongoose';
import { boundRawReads, boundReads } from './bounded-reads.ts';

export type { Connection } from 'mongoose';

/**
 * Marks a filter of our own as safe: with `sanitizeFilter` every `$` operator that is not marked is taken for a
 * client's and turned into a plain comparison. Filters are typed and mapped field by field; this is only the net.
 */
export const trusted = mongoose.trusted;

export interface MongoOptions {
  readonly uri: string;
  readonly appName: string;
  /** For tests that count what a question costs. */
  readonly monitorCommands?: boolean;
}

/** Connects to a replica set, with writes that a majority holds and unknown fields refused instead of dropped. */
export async function connectMongo({
  uri,
  appName,
  monitorCommands = false,
}: MongoOptions): Promise<Connection> {
  mongoose.set({
    strict: 'throw',
    strictQuery: 'throw',
    sanitizeFilter: true,
    autoIndex: false,
    autoCreate: false,
    transactionAsyncLocalStorage: true,
  });
  const connection = mongoose.createConnection(uri, {
    appName,
    monitorCommands,
    useBigInt64: true,
    retryWrites: true,
    writeConcern: { w: 'majority' },
    serverSelectionTimeoutMS: 10_000,
    maxPoolSize: 50,
  });
  connection.plugin(boundReads);
  boundRawReads(connection);
  return connection.asPromise();
}
