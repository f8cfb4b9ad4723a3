import type { Logger } from '@qianshou/service-kit/logging';
import { request } from 'undici';

const INTERVAL = 2_000;
const TIMEOUT = 1_500;

/** `READY`: takes requests; `NOT_READY`: runs, but something that it needs does not; `UNREACHABLE`: no answer. */
export type SubgraphState = 'READY' | 'NOT_READY' | 'UNREACHABLE' | 'UNKNOWN';

export interface SubgraphReadiness {
  readonly states: () => Readonly<Record<string, SubgraphState>>;
  readonly stop: () => void;
}

/** Asks each subgraph's health port again and again, so that asking the gateway costs the subgraphs nothing. */
export function pollReadiness(addresses: ReadonlyMap<string, string>, logger: Logger): SubgraphReadiness {
  const states: Record<string, SubgraphState> = {};
  for (const subgraph of addresses.keys()) states[subgraph] = 'UNKNOWN';

  const ask = async ([subgraph, address]: readonly [string, string]): Promise<void> => {
    const state = await stateOf(address);
    if (state !== states[subgraph]) logger.info({ subgraph, state }, 'a subgraph changed its readiness');
    states[subgraph] = state;
  };
  const askAll = (): void => void Promise.all([...addresses].map(ask));
  askAll();
  const timer = setInterval(askAll, INTERVAL).unref();
  return { states: () => states, stop: () => clearInterval(timer) };
}

async function stateOf(address: string): Promise<SubgraphState> {
  try {
    const { statusCode, body } = await request(new URL('/readyz', address), {
      signal: AbortSignal.timeout(TIMEOUT),
    });
    await body.dump();
    return statusCode === 200 ? 'READY' : 'NOT_READY';
  } catch {
    // Whatever kept it from answering, it is the same to whoever asks.
    return 'UNREACHABLE';
  }
}
