import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { randomBytes } from 'node:crypto';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Pool } from 'undici';
import { composeSupergraph } from '../test/fixture/compose.ts';
import { fixtureContracts, FIXTURE_NAMES } from '../test/fixture/contracts.ts';
import { AUDIENCE, ISSUER, startIssuer } from '../test/fixture/issuer.ts';
import { startMeasured, type MeasuredProcess } from './measured-process.ts';
import { ONE_OBJECT, PAGE, SCORECARD } from './scorecard.ts';

const CONNECTIONS = 20;
const ROUNDS = 5;

/** A question in many forms: equal ones that are under way are asked of subgraphs once, which is not measured here. */
interface Question {
  readonly size: 'small' | 'medium' | 'large';
  readonly query: string;
  readonly variables: (number: number) => object;
  /** Of a round, and of the warm-up before. */
  readonly requests: number;
}

/** More than connections, so that no two are under way at once. */
const FORMS = 64;
const ofOne = (number: number) => ({ code: `H${number % FORMS}` });

const QUESTIONS: readonly Question[] = [
  { size: 'small', query: ONE_OBJECT, variables: ofOne, requests: 3_000 },
  { size: 'medium', query: SCORECARD, variables: ofOne, requests: 1_500 },
  { size: 'large', query: PAGE, variables: (number) => ({ first: 20 + (number % FORMS) }), requests: 256 },
];

export interface GatewayCpu {
  readonly size: Question['size'];
  /** Microseconds of the gateway's CPU for one request; the median of the rounds. */
  readonly plain: number;
  readonly ours: number;
  readonly ratio: number;
  /** Requests a second of ours, on all connections together. */
  readonly perSecond: number;
}

type Gateway = MeasuredProcess<{ readonly url: string }>;

/**
 * CPU of the gateway's process for one request over up to five subgraphs, beside a plain Apollo gateway that authenticates,
 * limits, signs and logs nothing. Both run in their own processes, take turns, and must give the same answer.
 */
export async function benchGatewayCpu(): Promise<readonly GatewayCpu[]> {
  const folder = mkdtempSync(join(tmpdir(), 'gateway-bench-'));
  const subgraphs = await startMeasured<Record<string, string>>(
    new URL('serve-subgraphs.ts', import.meta.url),
  );
  const { environment, token } = await settings(folder, subgraphs.ready);
  const plain: Gateway = await startMeasured(new URL('plain-gateway.ts', import.meta.url), environment);
  const ours: Gateway = await startMeasured(new URL('our-gateway.ts', import.meta.url), environment);
  try {
    const results: GatewayCpu[] = [];
    for (const question of QUESTIONS) results.push(await compare(plain, ours, { question, token }));
    return results;
  } finally {
    for (const { stop } of [plain, ours, subgraphs]) stop();
    rmSync(folder, { recursive: true });
  }
}

interface Load {
  readonly question: Question;
  readonly token: string;
}

async function compare(plain: Gateway, ours: Gateway, load: Load): Promise<GatewayCpu> {
  await sameAnswer(plain, ours, load);
  for (const gateway of [plain, ours]) await run(gateway, load);
  const spent: { readonly plain: number[]; readonly ours: number[]; readonly seconds: number[] } = {
    plain: [],
    ours: [],
    seconds: [],
  };
  for (let round = 0; round < ROUNDS; round += 1) {
    spent.plain.push((await measured(plain, load)).cpu);
    const { cpu, seconds } = await measured(ours, load);
    spent.ours.push(cpu);
    spent.seconds.push(seconds);
  }
  const { size, requests } = load.question;
  const result = { size, plain: median(spent.plain), ours: median(spent.ours) };
  return { ...result, ratio: result.ours / result.plain, perSecond: requests / median(spent.seconds) };
}

async function measured(gateway: Gateway, load: Load) {
  const { requests } = load.question;
  const startedAt = performance.now();
  const before = await gateway.cpu();
  await run(gateway, load);
  const cpu = ((await gateway.cpu()) - before) / requests;
  return { cpu, seconds: (performance.now() - startedAt) / 1_000 };
}

async function run({ ready: { url } }: Gateway, load: Load): Promise<void> {
  const pool = new Pool(new URL(url).origin, { connections: CONNECTIONS });
  let left = load.question.requests;
  const client = async (): Promise<void> => {
    while (left > 0) await ask(pool, url, load, left--);
  };
  await Promise.all(Array.from({ length: CONNECTIONS }, client));
  await pool.close();
}

async function ask(pool: Pool, url: string, { question, token }: Load, number: number): Promise<unknown> {
  const { query, variables } = question;
  const { body, statusCode } = await pool.request({
    path: new URL(url).pathname,
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
    body: JSON.stringify({ query, variables: variables(number) }),
  });
  const answer = (await body.json()) as { readonly data?: unknown; readonly errors?: unknown };
  if (statusCode !== 200 || answer.errors !== undefined)
    throw new Error(`not answered: ${JSON.stringify(answer)}`);
  return answer.data;
}

async function sameAnswer(plain: Gateway, ours: Gateway, load: Load): Promise<void> {
  const answers = [plain, ours].map(async ({ ready: { url } }) => {
    const pool = new Pool(new URL(url).origin);
    const data = await ask(pool, url, load, 0);
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

if (import.meta.main) console.log(await benchGatewayCpu());
