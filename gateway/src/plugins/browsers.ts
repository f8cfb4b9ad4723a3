import cors from '@fastify/cors';
import type { FastifyInstance } from 'fastify';
import type { AllowsOrigin } from '../origins.ts';

/** What a page may read of an answer besides its body. */
const EXPOSED = [
  'x-correlation-id',
  'retry-after',
  'www-authenticate',
  'etag',
  'ratelimit',
  'ratelimit-policy',
  'ratelimit-limit',
  'ratelimit-remaining',
  'ratelimit-reset',
];
/** Seconds for which a browser need not ask again whether it may; Chrome keeps no answer for longer. */
const PREFLIGHT_KEPT = 7_200;

/**
 * Lets pages of the allowed origins use the graph. Without credentials: a token is sent by the page itself, so that no
 * cookie ever speaks for a person who only looks at a foreign page.
 */
export async function admitBrowsers(app: FastifyInstance, allows: AllowsOrigin): Promise<void> {
  await app.register(cors, {
    origin: (origin, decide) => decide(null, allows(origin) && (origin ?? false)),
    methods: ['GET', 'POST'],
    exposedHeaders: EXPOSED,
    maxAge: PREFLIGHT_KEPT,
    strictPreflight: false,
  });
}
