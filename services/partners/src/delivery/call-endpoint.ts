import { type Agent, request } from 'undici';
import { retryAfterOf } from '../domain/webhook/retry-schedule.ts';
import { hostRefusal } from './guarded-agent.ts';

export interface Call {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** How a call went: with an answer, or with what kept it from having one. */
export interface CallOutcome {
  readonly status: number | null;
  readonly milliseconds: number;
  /** The beginning of the answer, or a code of what went wrong; no more than is worth keeping. */
  readonly said: string;
  readonly retryAfter: number | null;
}

export type CallEndpoint = (call: Call) => Promise<CallOutcome>;

const MOST_KEPT = 1_024;
const WITHIN_MS = 15_000;

export function endpointCaller(agent: Agent, allowsLoopback: boolean): CallEndpoint {
  return async ({ url, headers, body }) => {
    const since = performance.now();
    const outcome = (told: Pick<CallOutcome, 'status' | 'said' | 'retryAfter'>): CallOutcome => ({
      ...told,
      milliseconds: Math.round(performance.now() - since),
    });
    try {
      const refusal = hostRefusal(new URL(url).hostname, allowsLoopback);
      if (refusal !== null) throw refusal;
      const signal = AbortSignal.timeout(WITHIN_MS);
      const answer = await request(url, { method: 'POST', headers, body, signal, dispatcher: agent });
      const said = await beginningOf(answer.body);
      const retryAfter = retryAfterOf([answer.headers['retry-after']].flat()[0], new Date());
      return outcome({ status: answer.statusCode, said, retryAfter });
    } catch (error) {
      return outcome({ status: null, said: nameOf(error), retryAfter: null });
    }
  };
}

async function beginningOf(body: AsyncIterable<Uint8Array> & { destroy: () => unknown }): Promise<string> {
  const pieces: Uint8Array[] = [];
  let bytes = 0;
  for await (const piece of body) {
    pieces.push(piece);
    bytes += piece.length;
    if (bytes >= MOST_KEPT) break;
  }
  body.destroy();
  return Buffer.concat(pieces).subarray(0, MOST_KEPT).toString();
}

/** A code, never a message: it may hold an address of ours. */
function nameOf(error: unknown): string {
  const { code, name } = error as { readonly code?: string; readonly name?: string };
  return (code ?? name ?? 'FAILED').slice(0, 100);
}
