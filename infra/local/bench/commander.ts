import { randomUUID } from 'node:crypto';
import { Pool } from 'undici';

/** A mutation with one input, and whose it is. */
export interface Command {
  readonly token: string;
  readonly text: string;
  readonly input: Readonly<Record<string, unknown>>;
}

export interface Commanded {
  readonly took: number;
  /** It took effect, or was refused for a reason of the domain: not that there was no room or no time. */
  readonly isDone: boolean;
  readonly text: string;
}

/** Sends commands once, each under a key of its own, on connections that stay open. */
export function commander(gatewayUrl: string, connections: number) {
  const url = new URL(gatewayUrl);
  const pool = new Pool(url.origin, { connections });
  return {
    close: (): Promise<void> => pool.close(),
    send: async ({ token, text: query, input }: Command): Promise<Commanded> => {
      const body = JSON.stringify({
        query,
        variables: { input: { idempotencyKey: randomUUID(), ...input } },
      });
      const headers = { 'content-type': 'application/json', authorization: `Bearer ${token}` };
      const startedAt = performance.now();
      const response = await pool.request({ path: url.pathname, method: 'POST', headers, body });
      const text = await response.body.text();
      return { took: performance.now() - startedAt, isDone: isDone(text), text };
    },
  };
}

function isDone(text: string): boolean {
  return !/"kind":"UNAVAILABLE"|"INTERNAL_SERVER_ERROR"|"VERSION_CONFLICT"/.test(text);
}
