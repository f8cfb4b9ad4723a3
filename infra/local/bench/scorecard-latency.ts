import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { REPOSITORY } from '../places.ts';
import { type Latency, latencyOf, latencyRows } from './latency.ts';
import type { Measurement } from './measurement.ts';

interface Scorecard {
  readonly region?: { readonly stationFigures?: { readonly stationsOperating: number } | null } | null;
}

/** Yidu's scorecard over all five services; the story leaves it with eleven stations. */
export function countyScorecard(gatewayUrl: string, token: string, connections: number): Promise<Latency> {
  return latencyOf({
    gatewayUrl,
    token,
    query: documented('county-scorecard'),
    variables: { code: '420581' },
    connections,
    warmUp: 2_000,
    requests: 3_000,
    isRight: (data) => (data as Scorecard).region?.stationFigures?.stationsOperating === 11,
  });
}

export async function scorecardLatency(gatewayUrl: string, token: string): Promise<readonly Measurement[]> {
  const connections = 20;
  const latency = await countyScorecard(gatewayUrl, token, connections);
  return latencyRows(`scorecard of a county, ${connections} connections`, latency, 120);
}

export function documented(name: string): string {
  return readFileSync(join(REPOSITORY, `docs/queries/${name}.graphql`), 'utf8');
}
