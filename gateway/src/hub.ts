import { type KeyRing, type Language, signIdentity } from '@qianshou/service-kit/identity';
import type { LogNeed } from '@qianshou/service-kit/position';
import { Pool } from 'undici';
import { type Caller, PUBLIC_CALLER } from './caller.ts';
import { hubHeaders } from './signed-headers.ts';

export interface HubPosition {
  readonly position: string;
  readonly logs: readonly LogNeed[];
}

export type PositionOutcome = HubPosition | 'UNREADABLE' | 'UNAVAILABLE';

export interface Asking {
  readonly correlationId: string;
  readonly caller: Caller;
}

export interface HubAnswer {
  readonly status: number;
  readonly text: string;
}

/** What the gateway itself asks the hub of partner platforms. */
export interface Hub {
  /** In the name of who asks; null where the hub does not answer. */
  readonly get: (path: string, asking: Asking, language: Language) => Promise<HubAnswer | null>;
  /** Where its feed stands, or how far the services' logs stood at a position. */
  readonly position: (of: string | null, correlationId: string) => Promise<PositionOutcome>;
  readonly close: () => Promise<void>;
}

export interface HubOptions {
  readonly url: string;
  readonly keyRing: KeyRing;
}

const WITHIN_MS = 2_000;

export function partnersHub({ url, keyRing }: HubOptions): Hub {
  const sign = signIdentity({ audience: 'partners', keyRing });
  const pool = new Pool(new URL(url).origin, {
    connections: 16,
    headersTimeout: WITHIN_MS,
    bodyTimeout: WITHIN_MS,
  });
  const get: Hub['get'] = async (path, { correlationId, caller }, language) => {
    const headers = hubHeaders(sign, { path, caller, correlationId, language, within: WITHIN_MS });
    try {
      const { statusCode, body } = await pool.request({ method: 'GET', path, headers });
      return { status: statusCode, text: await body.text() };
    } catch {
      return null;
    }
  };
  return {
    get,
    close: () => pool.destroy(),
    position: async (of, correlationId) => {
      const path = of === null ? '/position' : `/position?of=${of}`;
      // Where the feed stands is the same for everybody.
      const answer = await get(path, { correlationId, caller: PUBLIC_CALLER }, 'en');
      if (answer?.status === 200) return read(answer.text);
      return answer !== null && answer.status < 500 ? 'UNREADABLE' : 'UNAVAILABLE';
    },
  };
}

interface Told {
  readonly position: string;
  readonly logs: Readonly<Record<string, Omit<LogNeed, 'service'>>>;
}

function read(text: string): HubPosition {
  const { position, logs } = JSON.parse(text) as Told;
  const needs = Object.entries(logs).map(([service, place]) => ({
    service: service as LogNeed['service'],
    ...place,
  }));
  return { position, logs: needs };
}
