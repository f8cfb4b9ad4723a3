import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { randomBytes } from 'node:crypto';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Pool } from 'undici';
import { composeSupergraph } from '../test/fixture/compose.ts';
import { fixtureContracts, FIXTURE_NAMES } from '../test/fixture/contracts.ts';
import { AUDIENCE, ISSUER, startIssuer } from '../test/fixture/issuer.ts';
import { startMeasured, type MeasuredProcess } from './measured-process.ts';
import { SCORECARD } from './scorecard.ts';

const CONNECTIONS = 20;
const WARM_UP = 1_500;
const REQUESTS = 1_500;
const ROUNDS = 5;

export interface GatewayCpu {
  /** Microseconds of the gateway's CPU for one request; the median of the rounds. */
  readonly plain: number;
  readonly ours: number;
  readonly ratio: number;
}

type Gateway = MeasuredProcess<{ readonly url: string }>;

/**
 * CPU of the gateway's process for one request over five subgraphs, beside a plain Apollo gateway that authenticates,
 * limits, signs and logs nothing. Both run in their own processes, take turns, and must give the same answer.
 */
export async function benchGatewayCpu(): Promise<GatewayCpu> {
  const folder = mkdtempSync(join(tmpdir(), 'gateway-bench-'));
  const subgraphs = await startMeasured<Record<string, string>>(
    new URL('serve-subgraphs.ts', import.meta.url),
  );
  const { environment, token } = await settings(folder, subgraphs.ready);
  const plain: Gateway = await startMeasured(new URL('plain-gateway.ts', import.meta.url), environment);
  const ours: Gateway = await startMeasured(new URL('our-gateway.ts', import.meta.url), environment);
  try {
    await sameAnswer(plain, ours, token);
    return await compare(plain, ours, token);
  } finally {
    for (const { stop } of [plain, ours, subgraphs]) stop();
    rmSync(folder, { recursive: true });
  }
}

async function compare(plain: Gateway, ours: Gateway, token: string): Promise<GatewayCpu> {
  for (const gateway of [plain, ours]) await load(gateway, token, WARM_UP);
  const spent: { readonly plain: number[]; readonly ours: number[] } = { plain: [], ours: [] };
  for (let round = 0; round < ROUNDS; round += 1) {
    spent.plain.push(await cpuPerRequest(plain, token));
    spent.ours.push(await cpuPerRequest(ours, token));
  }
  const result = { plain: median(spent.plain), ours: median(spent.ours) };
  const ratio = result.ours / result.plain;
  process.stdout.write(
    `gateway CPU per request: ${result.ours.toFixed(0)} µs, plain @apollo/gateway ${result.plain.toFixed(0)} µs, ratio ${ratio.toFixed(3)}\n`,
  );
  return { ...result, ratio };
}

async function cpuPerRequest(gateway: Gateway, token: string): Promise<number> {
  const before = await gateway.cpu();
  await load(gateway, token, REQUESTS);
  return ((await gateway.cpu()) - before) / REQUESTS;
}

async function load({ ready: { url } }: Gateway, token: string, requests: number): Promise<void> {
  const pool = new Pool(new URL(url).origin, { connections: CONNECTIONS });
  let left = requests;
  const client = async (): Promise<void> => {
    while (left-- > 0) await ask(pool, url, token);
  };
  await Promise.all(Array.from({ length: CONNECTIONS }, client));
  await pool.close();
}

async function ask(pool: Pool, url: string, token: string): Promise<unknown> {
  const { body, statusCode } = await pool.request({
    path: new URL(url).pathname,
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
    body: JSON.stringify({ query: SCORECARD, variables: { code: 'H1' } }),
  });
  const answer = (await body.json()) as { readonly data?: unknown; readonly errors?: unknown };
  if (statusCode !== 200 || answer.errors !== undefined)
    throw new Error(`not answered: ${JSON.stringify(answer)}`);
  return answer.data;
}

async function sameAnswer(plain: Gateway, ours: Gateway, token: string): Promise<void> {
  const answers = [plain, ours].map(async ({ ready: { url } }) => {
    const pool = new Pool(new URL(url).origin);
    const data = await ask(pool, url, token);
    await pool.close();
    return JSON.stringify(data);
  });
  const [first, second] = await Promise.all(answers);
  if (first !== second) throw new Error(`the gateways answer differently: ${first} and ${second}`);
}

async function settings(folder: string, addresses: Readonly<Record<string, string>>) {
  const issuer = await startIssuer('ES256');
  const write = (name: string, content: string): string => {
    writeFileSync(join(folder, name), content);
    return join(folder, name);
  };
  const secret = (): string => randomBytes(32).toString('base64');
  const keys = Object.fromEntries(
    FIXTURE_NAMES.map((name) => [name, { keys: [{ id: 'k1', secret: secret() }] }]),
  );
  const environment = {
    NODE_ENV: 'production',
    BENCH_SUBGRAPHS: JSON.stringify(addresses),
    SUBGRAPHS: Object.entries(addresses)
      .map((pair) => pair.join('='))
      .join(','),
    SUPERGRAPH_FILE: write('supergraph.graphql', composeSupergraph(fixtureContracts())),
    SUBGRAPH_KEYS_FILE: write('keys.json', JSON.stringify(keys)),
    JWKS_FILE: write('jwks.json', JSON.stringify(issuer.jwks)),
    TOKEN_ISSUER: ISSUER,
    TOKEN_AUDIENCE: AUDIENCE,
  };
  return { environment, token: await issuer.token({ expiresAt: 3_600 }) };
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}

if (import.meta.main) await benchGatewayCpu();
