import { performance } from 'node:perf_hooks';
import { Pool } from 'undici';

export interface Answer {
  /** 0: none in time. */
  readonly status: number;
  readonly took: number;
  /** The first error's code; null without one. */
  readonly code: string | null;
}

export interface Client {
  readonly send: (body: string, patience?: number) => Promise<Answer>;
  readonly close: () => Promise<void>;
}

export interface Origin {
  readonly connections: number;
  /** The first three numbers of its address: who asks, for whoever counts by address. */
  readonly from: string;
  /** How many clients it is. */
  readonly addresses?: number;
}

const PATIENT = 30_000;

/** Sends bodies as they are, also such as no GraphQL client would send, and waits no longer than it is told. */
export function clientOf(url: URL, { connections, from, addresses = 1 }: Origin): Client {
  const pool = new Pool(url.origin, { connections });
  const state = { sent: 0 };
  return {
    close: () => pool.destroy(),
    send: async (body, patience = PATIENT) => {
      const startedAt = performance.now();
      const took = (): number => performance.now() - startedAt;
      state.sent += 1;
      const headers = {
        'content-type': 'application/json',
        'x-forwarded-for': `${from}.${state.sent % addresses}`,
      };
      try {
        const signal = AbortSignal.timeout(patience);
        const reply = await pool.request({ path: url.pathname, method: 'POST', headers, body, signal });
        const text = await reply.body.text();
        return { status: reply.statusCode, took: took(), code: codeIn(text) };
      } catch {
        // Broken off, by the other side or by our own patience: for who attacks that is an outcome like any other.
        return { status: 0, took: took(), code: null };
      }
    },
  };
}

function codeIn(text: string): string | null {
  return /"code":"([A-Z_]+)"/.exec(text)?.[1] ?? null;
}

export const bodyOf = (query: string, variables: object = {}): string => JSON.stringify({ query, variables });
