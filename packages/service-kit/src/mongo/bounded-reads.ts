import { type Connection, mongo, type Schema } from 'mongoose';
import { currentWork } from '../work/current-work.ts';
import { GivenUp } from '../work/given-up.ts';

const QUERIES = ['find', 'findOne', 'countDocuments', 'distinct'] as const;

/** What the database is told of a read: how long somebody waits for it. */
export function readOptions(): { readonly maxTimeMS?: number } {
  const work = currentWork();
  return work === undefined ? {} : { maxTimeMS: work.remaining() };
}

/** Every read of every model ends with the request that it is for, and of those of one request a few run at once. */
export function boundReads(schema: Schema): void {
  const reading = new WeakMap<object, () => void>();
  const begin = async (read: object): Promise<void> => {
    const done = await currentWork()?.toRead();
    if (done !== undefined) reading.set(read, done);
  };
  const end = (read: object): void => {
    reading.get(read)?.();
    reading.delete(read);
  };
  schema.pre([...QUERIES], async function beginQuery() {
    await begin(this);
    this.setOptions(readOptions());
  });
  schema.pre('aggregate', async function beginAggregate() {
    await begin(this);
    this.option(readOptions());
  });
  const ended = function (this: object): void {
    end(this);
  };
  const failed = function (this: object, error: Error, _found: unknown, next: (error: Error) => void): void {
    end(this);
    next(error);
  };
  schema.post([...QUERIES], ended);
  schema.post('aggregate', ended);
  schema.post([...QUERIES], failed as never);
  schema.post('aggregate', failed as never);
}

/** What reads, and where its options stand. */
const RAW_READS = {
  find: 1,
  findOne: 1,
  countDocuments: 1,
  distinct: 2,
  aggregate: 1,
  estimatedDocumentCount: 0,
} as const;

type RawRead = (...args: unknown[]) => unknown;

/** What is read past the models, from the driver itself, ends with its request as well. */
export function boundRawReads(connection: Connection): void {
  const bounded = new WeakSet<object>();
  const collectionOf = connection.collection.bind(connection);
  connection.collection = ((...named: Parameters<typeof collectionOf>) => {
    const collection = collectionOf(...named);
    if (!bounded.has(collection)) boundCollection(collection as unknown as Record<string, RawRead>);
    bounded.add(collection);
    return collection;
  }) as typeof connection.collection;
}

function boundCollection(collection: Record<string, RawRead>): void {
  for (const [name, at] of Object.entries(RAW_READS)) {
    const read = collection[name]?.bind(collection);
    if (read === undefined) continue;
    collection[name] = (...args) => {
      const given = Array.from({ length: Math.max(args.length, at + 1) }, (_, place) => args[place]);
      given[at] = { ...readOptions(), ...(given[at] as object | undefined) };
      return read(...given);
    };
  }
}

const MAX_TIME_EXPIRED = 50;

/** Neither a refusal nor a fault: nobody waits for it any more. */
export function isOutOfTime(error: unknown): boolean {
  if (error instanceof GivenUp) return true;
  return error instanceof mongo.MongoServerError && error.code === MAX_TIME_EXPIRED;
}
