import { Pool, type Dispatcher } from 'undici';
import { givenUpCalls, type GivenUpCalls } from './given-up-calls.ts';

/** Shorter than a subgraph keeps idle connections (75 s), else a request could meet one that is being closed. */
const KEEP_ALIVE = 60_000;
/** As many calls as there can be under way to one subgraph. */
export const CONNECTIONS = 128;

export interface Exchange {
  readonly headers: Record<string, string>;
  readonly body: string;
  readonly timeout: number;
  /** Ends the call: nobody waits for its answer any more. */
  readonly gone?: AbortSignal;
}

export type Reply =
  | {
      readonly outcome: 'ANSWERED';
      readonly status: number;
      readonly contentType: string;
      readonly body: string;
    }
  /** `sent`: whether anything of the call left, so that it may have been carried out. */
  | { readonly outcome: 'TIMED_OUT'; readonly sent: boolean }
  /** Nothing was sent: it hung a moment ago, or as many calls as it takes are under way. */
  | { readonly outcome: 'NOT_ASKED' }
  /** Its client left: nothing was sent, or the answer was not awaited. */
  | { readonly outcome: 'GIVEN_UP'; readonly sent: boolean }
  /** Nothing was sent: the time for it was over before its turn came. */
  | { readonly outcome: 'TOO_LATE' }
  /** `reached`: whether a byte of an answer came, so that nobody repeats what may have been done. */
  | {
      readonly outcome: 'FAILED';
      readonly reason: string;
      readonly sent: boolean;
      readonly reached: boolean;
    };

export interface SubgraphConnection {
  readonly path: string;
  readonly post: (exchange: Exchange) => Promise<Reply>;
  readonly close: () => Promise<void>;
}

/** Kept-alive connections to one subgraph. An answer is collected up to a bound and a deadline, whatever comes. */
export function subgraphConnection(url: string, responseLimit: number): SubgraphConnection {
  const { origin, pathname: path } = new URL(url);
  const givenUp = givenUpCalls();
  const pool = new Pool(origin, {
    connections: CONNECTIONS,
    keepAliveTimeout: KEEP_ALIVE,
    keepAliveMaxTimeout: KEEP_ALIVE,
    // One timer per exchange covers connecting, headers and body alike.
    headersTimeout: 0,
    bodyTimeout: 0,
  });
  return {
    path,
    close: () => pool.destroy(),
    post: ({ headers, body, timeout, gone }) =>
      new Promise((settle) => {
        const collector = collectReply({ timeout, responseLimit, settle, gone, givenUp });
        pool.dispatch({ path, method: 'POST', headers, body }, collector);
      }),
  };
}

interface CollectorOptions {
  readonly timeout: number;
  readonly responseLimit: number;
  readonly settle: (reply: Reply) => void;
  readonly gone: AbortSignal | undefined;
  readonly givenUp: GivenUpCalls;
}

const TOO_LARGE: Reply = { outcome: 'FAILED', reason: 'answer too large', sent: true, reached: true };

/** undici's lowest interface: its others wrap each answer in a stream, which costs the gateway more than the answer. */
function collectReply({ responseLimit, settle, ...waiting }: CollectorOptions): Dispatcher.DispatchHandler {
  const chunks: Buffer[] = [];
  const head = { status: 0, contentType: '' };
  let received = 0;
  let settled = false;
  let request: Dispatcher.DispatchController | undefined;

  const finish = (reply: Reply): void => {
    if (settled) return;
    settled = true;
    endWait();
    settle(reply);
  };
  const abandon = (reply: Reply): void => {
    finish(reply);
    request?.abort(new Error('abandoned'));
  };
  const endWait = waitUntil(waiting, (outcome) => abandon({ outcome, sent: request !== undefined }));

  return {
    onRequestStart: (controller) => {
      request = controller;
      if (settled) controller.abort(new Error('abandoned'));
    },
    onResponseStart: (_controller, status, headers) => {
      head.status = status;
      head.contentType = String(headers['content-type'] ?? '');
    },
    onResponseData: (_controller, chunk) => {
      received += chunk.length;
      if (received > responseLimit) abandon(TOO_LARGE);
      else chunks.push(chunk);
    },
    onResponseEnd: () => finish({ outcome: 'ANSWERED', ...head, body: textOf(chunks) }),
    onResponseError: (_controller, error) =>
      finish({ outcome: 'FAILED', sent: request !== undefined, ...failureOf(error, head) }),
  };
}

type Waiting = Omit<CollectorOptions, 'responseLimit' | 'settle'>;

/** Until the time is over or the client has left; what comes back ends the wait. */
function waitUntil(
  { timeout, gone, givenUp }: Waiting,
  end: (outcome: 'TIMED_OUT' | 'GIVEN_UP') => void,
): () => void {
  const timer = setTimeout(() => end('TIMED_OUT'), timeout);
  const forget = givenUp.watch(gone, () => end('GIVEN_UP'));
  return () => {
    clearTimeout(timer);
    forget();
  };
}

function textOf(chunks: readonly Buffer[]): string {
  const [first] = chunks;
  return chunks.length === 1 && first !== undefined ? first.toString() : Buffer.concat(chunks).toString();
}

function failureOf(error: Error, { status }: { readonly status: number }) {
  // For the log: the code says enough, and a message may hold an address.
  return { reason: 'code' in error ? String(error.code) : error.name, reached: status > 0 };
}
