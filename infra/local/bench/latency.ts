import { Pool } from 'undici';
import { atMost, type Measurement, percentile } from './measurement.ts';

export interface LatencyQuestion {
  readonly gatewayUrl: string;
  readonly token: string;
  readonly query: string;
  readonly variables: Readonly<Record<string, unknown>>;
  readonly connections: number;
  readonly requests: number;
  /** Compilers, plans and pools want many requests before a figure says anything. */
  readonly warmUp: number;
  /** A fast wrong answer is no answer. */
  readonly isRight: (data: unknown) => boolean;
}

export interface Latency {
  readonly p50: number;
  readonly p99: number;
  readonly perSecond: number;
}

/** The same question by so many connections at once, each as soon as it is answered. */
export async function latencyOf(question: LatencyQuestion): Promise<Latency> {
  const { gatewayUrl, token, query, variables, connections, requests, warmUp, isRight } = question;
  const url = new URL(gatewayUrl);
  const pool = new Pool(url.origin, { connections });
  const body = JSON.stringify({ query, variables });
  const headers = { 'content-type': 'application/json', authorization: `Bearer ${token}` };
  const ask = async (): Promise<number> => {
    const startedAt = performance.now();
    const response = await pool.request({ path: url.pathname, method: 'POST', headers, body });
    const answer = (await response.body.json()) as { readonly data?: unknown; readonly errors?: unknown };
    const took = performance.now() - startedAt;
    if (answer.errors !== undefined || !isRight(answer.data))
      throw new Error(`an answer was wrong under load: ${JSON.stringify(answer).slice(0, 300)}`);
    return took;
  };
  await askAll(ask, warmUp, connections);
  const startedAt = performance.now();
  const samples = await askAll(ask, requests, connections);
  const perSecond = requests / ((performance.now() - startedAt) / 1_000);
  await pool.close();
  return { p50: percentile(samples, 0.5), p99: percentile(samples, 0.99), perSecond };
}

export function latencyRows(
  what: string,
  { p50, p99, perSecond }: Latency,
  goal: number,
): readonly Measurement[] {
  const told = `${what} (${Math.round(perSecond)} a second)`;
  return [atMost(`${told}, p50`, p50, goal, 'ms'), atMost(`${told}, p99`, p99, goal, 'ms')];
}

async function askAll(
  ask: () => Promise<number>,
  count: number,
  connections: number,
): Promise<readonly number[]> {
  const samples: number[] = [];
  let left = count;
  const connection = async (): Promise<void> => {
    while (left > 0) {
      left -= 1;
      samples.push(await ask());
    }
  };
  await Promise.all(Array.from({ length: connections }, connection));
  return samples;
}
