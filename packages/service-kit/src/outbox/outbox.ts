import { randomUUIDv7 } from 'node:crypto';
import {
  definitionOf,
  type EventEnvelope,
  EventTooLargeError,
  envelopeOf,
  type Fact,
  type Publication,
  type ServiceName,
  serviceOf,
} from '@qianshou/events';
import type { Connection } from 'mongoose';
import { onceCommitted, transactionSession } from '../mongo/transaction.ts';
import { asItsAuthor, currentScope } from '../scope/scope.ts';
import { eventTooLarge } from './errors.ts';
import { type OutboxRow, outboxRows } from './outbox-rows.ts';

/** One fact on its way out of an aggregate. */
export interface OutboxEntry {
  /** As in the event catalogue, e.g. `station`. */
  readonly aggregate: string;
  readonly aggregateId: string;
  /** The aggregate's version after this fact. */
  readonly sequence: number;
  readonly publication: Publication;
  /** What it comes of, where others' facts are told together with it. */
  readonly made?: object;
  /** Whoever caused it is not told, in what an answer says it wrote, that there is such a thing. */
  readonly untold?: boolean;
}

export interface Outbox {
  /** Writes the facts within the transaction at hand. An invalid fact fails the command, not a consumer. */
  readonly append: (entries: readonly OutboxEntry[]) => Promise<void>;
}

export interface OutboxOptions {
  readonly connection: Connection;
  readonly service: ServiceName;
}

export function createOutbox({ connection, service }: OutboxOptions): Outbox {
  return {
    append: async (entries) => {
      if (entries.length === 0) return;
      const session = transactionSession();
      const rows = entries.map((entry) => asItsAuthor(entry.made ?? entry, () => rowOf(entry, service)));
      await outboxRows(connection).insertMany(rows, { session });
      for (const entry of entries) asItsAuthor(entry.made ?? entry, () => noteWritten(entry));
    },
  };
}

function noteWritten({ aggregate, aggregateId, sequence, untold = false }: OutboxEntry): void {
  if (untold) return;
  const { notes } = currentScope();
  onceCommitted(() => notes?.wrote.set(`${aggregate}/${aggregateId}`, sequence));
}

function rowOf(
  { aggregate, aggregateId, sequence, publication }: OutboxEntry,
  service: ServiceName,
): OutboxRow {
  const definition = definitionOf(publication.type);
  if (definition?.aggregate !== aggregate || serviceOf(definition.type) !== service) {
    throw new Error(`${publication.type} is no event of the ${service} service's ${aggregate}`);
  }
  const { correlationId, causationId, traceparent } = currentScope();
  const at = new Date();
  const event = enveloped({
    ...publication,
    id: randomUUIDv7(),
    time: at,
    aggregateId,
    sequence,
    correlationId,
    causationId,
    traceparent,
  });
  return {
    _id: event.id,
    aggregate,
    aggregateId,
    sequence,
    at,
    event,
    seq: null,
    publishedAt: null,
    placement: null,
  };
}

function enveloped(fact: Fact): EventEnvelope {
  try {
    return envelopeOf(fact);
  } catch (error) {
    throw error instanceof EventTooLargeError
      ? eventTooLarge({ bytes: error.bytes, most: error.most })
      : error;
  }
}
