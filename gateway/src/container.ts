import { readFileSync } from 'node:fs';
import { healthServer, metricsRegistry } from '@qianshou/service-kit/health';
import { type KeyRing, loadKeyRings } from '@qianshou/service-kit/identity';
import { createLogger, type Logger } from '@qianshou/service-kit/logging';
import type { RunningProcess } from '@qianshou/service-kit/process';
import type { FastifyInstance } from 'fastify';
import type { GatewayConfig } from './config.ts';
import { createGateway } from './gateway.ts';
import { manyListeners } from './load/listeners.ts';
import { gatewayMetrics } from './metrics.ts';
import { graphServer } from './server.ts';
import { pollReadiness, type SubgraphReadiness } from './subgraph-readiness.ts';
import { issuerKeys } from './tokens/issuer-keys.ts';
import { readTrustedDocuments } from './trusted/manifests.ts';
import { tokenVerifier, type TokenVerifier } from './tokens/token-verifier.ts';

export interface RunningGateway extends RunningProcess {
  readonly url: string;
  readonly healthUrl: string;
}

/** Wires the gateway and starts it; whatever is wrong with its settings or files ends the start. */
export async function startGateway(config: GatewayConfig): Promise<RunningGateway> {
  const logger = createLogger({ service: 'gateway', level: config.LOG_LEVEL });
  const registry = metricsRegistry('gateway');
  const metrics = gatewayMetrics(registry);
  const keyRings = loadKeyRings(config.SUBGRAPH_KEYS_FILE, config.NODE_ENV);
  const gateway = createGateway({
    supergraph: readSupergraph(config.SUPERGRAPH_FILE),
    addresses: config.SUBGRAPHS,
    keyRings,
    subgraphTimeout: config.SUBGRAPH_TIMEOUT_MS,
    responseLimit: config.SUBGRAPH_RESPONSE_LIMIT,
    concurrency: config.SUBGRAPH_CONCURRENCY,
    metrics,
    logger,
  });
  const tokens = tokensOf(config, logger);
  const trusted = readTrustedDocuments(config.TRUSTED_DOCUMENTS ?? null);
  const partnerDoors = partnerDoorsOf(config, keyRings);
  const graph = await graphServer({ config, gateway, tokens, trusted, partnerDoors, metrics, logger });
  const listen = manyListeners(graph);
  const readiness = pollReadiness(config.SUBGRAPH_HEALTH, logger);
  const state = { draining: false };
  const health = gatewayHealth({ registry, readiness, accepting: () => !state.draining });
  const healthUrl = await health.listen({ host: config.HOST, port: config.HEALTH_PORT });
  const url = await listen({ host: config.HOST, port: config.PORT });
  logger.info({ url }, 'listening');
  return {
    logger,
    url,
    healthUrl,
    stop: async () => {
      // Not ready first, so that nobody sends more; then the requests under way; then what they needed.
      state.draining = true;
      await graph.close();
      readiness.stop();
      await gateway.close();
      await health.close();
    },
  };
}

function partnerDoorsOf({ SUBGRAPHS }: GatewayConfig, keyRings: ReadonlyMap<string, KeyRing>) {
  const url = SUBGRAPHS.get('partners');
  const keyRing = keyRings.get('partners');
  return url === undefined || keyRing === undefined ? null : { url, keyRing };
}

function tokensOf(config: GatewayConfig, logger: Logger): TokenVerifier {
  return tokenVerifier({
    keys: issuerKeys(config),
    issuer: config.TOKEN_ISSUER,
    audience: config.TOKEN_AUDIENCE,
    maxAge: config.TOKEN_MAX_AGE,
    logger,
  });
}

interface HealthParts {
  readonly registry: ReturnType<typeof metricsRegistry>;
  readonly readiness: SubgraphReadiness;
  readonly accepting: () => boolean;
}

/** A subgraph that is down takes its own fields along and not the gateway: it is named here, and `/readyz` stays. */
function gatewayHealth({ registry, readiness, accepting }: HealthParts): FastifyInstance {
  const app = healthServer({ metrics: registry, ready: { accepting } });
  app.get('/healthz', () => {
    const subgraphs = readiness.states();
    const whole = Object.values(subgraphs).every((state) => state === 'READY');
    return { status: whole ? 'WHOLE' : 'PARTIAL', subgraphs };
  });
  return app;
}

function readSupergraph(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    throw new Error(`SUPERGRAPH_FILE ${file} cannot be read; \`npm run supergraph\` composes it.`, {
      cause: error,
    });
  }
}
