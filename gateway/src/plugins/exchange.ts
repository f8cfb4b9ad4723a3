import { randomUUIDv7 } from 'node:crypto';
import { CORRELATION_HEADER } from '@qianshou/service-kit/identity';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { PUBLIC_CALLER, type Caller } from '../caller.ts';
import type { DocumentShape } from '../limits/document-shape.ts';
import type { RequestWork } from '../limits/request-work.ts';
import { type Freshness, freshness } from '../freshness.ts';
import { callerKey } from '../load/caller-key.ts';

/** What becomes known of one request while it passes through the plugins. */
export interface Exchange {
  readonly correlationId: string;
  readonly startedAt: number;
  /** Aborted when the connection is closed before the answer is whole: nobody waits for it any more. */
  readonly gone: AbortSignal;
  caller: Caller;
  shape: DocumentShape | null;
  /** What the request comes to; `null` until its document and variables were found usable. */
  work: RequestWork | null;
  /** Whether its document is one that an application registered. */
  trusted: boolean;
  /** Whether the answer is to say what it cost. */
  wantsCost: boolean;
  freshness: Freshness;
  /** Codes of the errors in the answer, for the log. */
  readonly codes: string[];
}

const EXCHANGE = Symbol('exchange');

type Carrier = FastifyRequest & { [EXCHANGE]?: Exchange };

/** Opens the exchange: first of all plugins, so that each of them and every answer has the correlation id. */
export function correlate(app: FastifyInstance): void {
  app.decorateRequest(EXCHANGE);
  app.addHook('onRequest', (request, reply, done) => {
    openExchange(request, reply);
    done();
  });
}

export function openExchange(request: FastifyRequest, reply: FastifyReply): void {
  // Ours, never the client's: it goes into logs and to subgraphs, and must not be chosen by who is being logged.
  const correlationId = randomUUIDv7();
  (request as Carrier)[EXCHANGE] = {
    correlationId,
    startedAt: Date.now(),
    gone: departureOf(reply),
    caller: PUBLIC_CALLER,
    shape: null,
    work: null,
    trusted: false,
    wantsCost: false,
    freshness: freshness(false),
    codes: [],
  };
  reply.header(CORRELATION_HEADER, correlationId);
}

function departureOf({ raw }: FastifyReply): AbortSignal {
  const departure = new AbortController();
  raw.once('close', () => {
    if (!raw.writableFinished) departure.abort();
  });
  return departure.signal;
}

/** Whose request it is, in lines and budgets. */
export function callerKeyOf(request: FastifyRequest): string {
  return callerKey(exchangeOf(request).caller.actor, request.ip);
}

export function exchangeOf(request: FastifyRequest): Exchange {
  const exchange = (request as Carrier)[EXCHANGE];
  if (exchange === undefined) throw new Error('a request passed no correlation');
  return exchange;
}
