import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Pool } from 'undici';
import { REPOSITORY } from '../places.ts';
import { atMost, type Measurement, percentile } from './measurement.ts';

const CONNECTIONS = 20;
/** Compilers and pools want some thousand requests before a figure says anything. */
const WARM_UP = 2_000;
const REQUESTS = 3_000;

interface Scorecard {
  readonly data?: { readonly region?: { readonly stationFigures?: { readonly stationsOperating: number } } };
}

/** The county's scorecard over all five services, asked by 20 connections at once, each as soon as it is answered. */
export async function scorecardLatency(gatewayUrl: string, token: string): Promise<readonly Measurement[]> {
  const url = new URL(gatewayUrl);
  const pool = new Pool(url.origin, { connections: CONNECTIONS });
  const query = readFileSync(join(REPOSITORY, 'docs/queries/county-scorecard.graphql'), 'utf8');
  const body = JSON.stringify({ query, variables: { code: '420581' } });
  const ask = async (): Promise<number> => {
    const startedAt = performance.now();
    const headers = { 'content-type': 'application/json', authorization: `Bearer ${token}` };
    const response = await pool.request({ path: url.pathname, method: 'POST', headers, body });
    const answer = (await response.body.json()) as Scorecard;
    const took = performance.now() - startedAt;
    if (answer.data?.region?.stationFigures?.stationsOperating !== 11) {
      throw new Error(`a scorecard was wrong under load: ${JSON.stringify(answer).slice(0, 300)}`);
    }
    return took;
  };
  await askAll(ask, WARM_UP);
  const startedAt = performance.now();
  const samples = await askAll(ask, REQUESTS);
  const perSecond = REQUESTS / ((performance.now() - startedAt) / 1_000);
  await pool.close();
  const what = `scorecard of a county, ${CONNECTIONS} connections (${Math.round(perSecond)} a second)`;
  return [
    atMost(`${what}, p50`, percentile(samples, 0.5), 120, 'ms'),
    atMost(`${what}, p99`, percentile(samples, 0.99), 120, 'ms'),
  ];
}

async function askAll(ask: () => Promise<number>, count: number): Promise<readonly number[]> {
  const samples: number[] = [];
  let left = count;
  const connection = async (): Promise<void> => {
    while (left > 0) {
      left -= 1;
      samples.push(await ask());
    }
  };
  await Promise.all(Array.from({ length: CONNECTIONS }, connection));
  return samples;
}
