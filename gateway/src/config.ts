import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { type Role, ROLES } from '@qianshou/kernel';
import { processConfig, readConfig } from '@qianshou/service-kit/config';
import { z } from 'zod';
import { analystLimitsSchema, limitsSchema } from './limits/limits.ts';
import { costLimitsSchema } from './limits/request-work.ts';
import { ratesSchema } from './load/budgets.ts';
import { networkOf } from './load/trusted-proxies.ts';
import { exportLimitsSchema } from './files/limits.ts';
import { isOrigin } from './origins.ts';

const SUPERGRAPH = join(import.meta.dirname, '..', 'supergraph.graphql');

const partsOf = (list: string): readonly string[] =>
  list
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '');

/** `pairing=http://127.0.0.1:4001/graphql,station=…` */
const addresses = (example: string) =>
  z
    .string()
    .default('')
    .transform((list, context) => {
      const read = partsOf(list).map((pair) => /^([\w-]+)=(https?:\/\/\S+)$/.exec(pair));
      if (read.includes(null)) {
        context.addIssue({
          code: 'custom',
          message: `expected name=address, comma between, e.g. ${example}`,
        });
        return z.NEVER;
      }
      return new Map(read.map((match) => [match?.[1] ?? '', match?.[2] ?? '']));
    });

/** A JSON object in a variable, e.g. LIMITS='{"depth":12}'; what it leaves out keeps its default. */
const json = <Schema extends z.ZodType>(schema: Schema) =>
  z
    .string()
    .default('{}')
    .transform((text, context): unknown => {
      try {
        return JSON.parse(text);
      } catch {
        context.addIssue({ code: 'custom', message: 'expected a JSON object, e.g. {"depth":12}' });
        return z.NEVER;
      }
    })
    .pipe(schema);

/** A list with a comma between; what is wrong in it is named. */
const listOf = <Item>(read: (part: string) => Item | null, expected: string) =>
  z.string().transform((list, context) => {
    const parts = partsOf(list);
    const wrong = parts.filter((part) => read(part) === null);
    if (wrong.length === 0) return parts.flatMap((part) => read(part) ?? []);
    context.addIssue({
      code: 'custom',
      message: `expected ${expected}, comma between; not ${wrong.join(', ')}`,
    });
    return z.NEVER;
  });

/** `https://app.example.org,http://localhost:3000`, or `*`; empty: none; not set: see origins.ts. */
const origins = listOf(
  (part) => (isOrigin(part) ? part : null),
  'origins without a path, e.g. https://app.example.org',
)
  .optional()
  .transform((named) => named ?? null);

const isRole = (part: string): part is Role => ROLES.some((role) => role === part);

const roles = listOf((part) => (isRole(part) ? part : null), `roles (${ROLES.join(', ')})`).default([]);

const networks = listOf(networkOf, 'addresses or networks, e.g. 10.0.0.0/8,fd00::/8').default([]);

/** Also when a single setting is wrong: one start names everything that is. */
const always = (): boolean => true;

const count = (fallback: number) => z.coerce.number().int().min(1).default(fallback);

/** The only reader of the gateway's environment. */
export const configSchema = z
  .object({
    ...processConfig,
    PORT: processConfig.PORT.default(4000),
    HEALTH_PORT: processConfig.HEALTH_PORT.default(4100),
    SUPERGRAPH_FILE: z.string().default(SUPERGRAPH),
    /** Overrides the addresses that stand in the supergraph. */
    SUBGRAPHS: addresses('pairing=http://127.0.0.1:4001/graphql'),
    /** The health ports, asked for `/readyz`. */
    SUBGRAPH_HEALTH: addresses('pairing=http://127.0.0.1:4101'),
    SUBGRAPH_KEYS_FILE: z.string({
      error: "the file with each subgraph's signing keys; `npm start` makes one locally",
    }),
    JWKS_FILE: z.string().optional(),
    JWKS_URL: z.url().optional(),
    TOKEN_ISSUER: z.string({ error: 'the issuer that access tokens must name, e.g. https://id.example.org' }),
    TOKEN_AUDIENCE: z.string({ error: 'the audience that access tokens must name, e.g. qianshou' }),
    /** Seconds since a token was issued, however long it says that it lives. */
    TOKEN_MAX_AGE: count(12 * 60 * 60),
    CORS_ORIGINS: origins,
    /** A folder with one manifest of documents an application; none: no document is asked for by its hash. */
    TRUSTED_DOCUMENTS: z.string().min(1).optional(),
    /** Roles whose holders ask registered documents only, PUBLIC among them; who also holds another asks freely. */
    TRUSTED_DOCUMENTS_ONLY: roles,
    /** In development, for the explorer: tokens of personas, as `npm start` writes them. */
    EXPLORER_PERSONAS_FILE: z.string().min(1).optional(),
    LIMITS: json(limitsSchema),
    ANALYST_LIMITS: json(analystLimitsSchema),
    BODY_LIMIT: count(64 * 1024),
    /** How much an operation may cost, by who asks. */
    COST_LIMITS: json(costLimitsSchema),
    /** Budgets over time, by kind of work. */
    RATES: json(ratesSchema),
    /** Files: how many at a time, and how large and how long each may be, by who asks. */
    EXPORTS: json(exportLimitsSchema),
    /** Addresses or networks of the proxies in front, whose X-Forwarded-For is believed; none by default. */
    TRUSTED_PROXIES: networks,
    /** Requests answered at a time. More than a few for each core only wait for each other. */
    IN_FLIGHT_LIMIT: count(8 * availableParallelism()),
    SUBGRAPH_CONCURRENCY: count(16 * availableParallelism()),
    CONNECTION_LIMIT: count(4_096),
    CONNECTIONS_PER_ADDRESS: count(1_024),
    /** A client that takes longer to read its answer is left. */
    WRITE_TIMEOUT_MS: count(10_000),
    /** How much of answers that nobody reads is kept in all. */
    UNREAD_LIMIT: count(64 * 1024 * 1024),
    /** An event loop that is later than this takes no more reads. */
    EVENT_LOOP_DELAY_LIMIT_MS: count(250),
    REQUEST_TIMEOUT_MS: count(10_000),
    HEADER_TIMEOUT_MS: count(5_000),
    SUBGRAPH_TIMEOUT_MS: count(2_000),
    SUBGRAPH_RESPONSE_LIMIT: count(8 * 1024 * 1024),
  })
  .refine(({ JWKS_FILE, JWKS_URL }) => (JWKS_FILE === undefined) !== (JWKS_URL === undefined), {
    path: ['JWKS_FILE'],
    error: "name either JWKS_FILE or JWKS_URL: the issuer's public keys",
    when: always,
  })
  .refine(({ NODE_ENV, JWKS_URL = 'https:' }) => NODE_ENV !== 'production' || JWKS_URL.startsWith('https:'), {
    path: ['JWKS_URL'],
    error: 'must be https in production: whoever answers it decides who is who',
    when: always,
  })
  .refine(
    ({ TRUSTED_DOCUMENTS, TRUSTED_DOCUMENTS_ONLY }) =>
      TRUSTED_DOCUMENTS !== undefined || TRUSTED_DOCUMENTS_ONLY.length === 0,
    {
      path: ['TRUSTED_DOCUMENTS'],
      error: 'name the folder with the manifests: TRUSTED_DOCUMENTS_ONLY lets some roles ask nothing else',
    },
  );

export type GatewayConfig = z.output<typeof configSchema>;

export function gatewayConfig(): GatewayConfig {
  return readConfig(configSchema, process.env);
}

/** Apollo's gateway reads this when it is made; without it, it reports to its maker. */
export function silenceApollo(): void {
  process.env['APOLLO_TELEMETRY_DISABLED'] = '1';
}
