import { fastify, type FastifyInstance } from 'fastify';
import { collectDefaultMetrics, Registry } from 'prom-client';

/** True or an explanation for each thing that the process needs; asked at every probe, so they must be cheap. */
export type ReadinessChecks = Readonly<Record<string, () => boolean | Promise<boolean>>>;

export interface HealthOptions {
  readonly metrics: Registry;
  readonly ready: ReadinessChecks;
  /** What a person should look after though requests are answered: told by `/readyz`, and no reason to be unready. */
  readonly problems?: () => readonly string[] | Promise<readonly string[]>;
  /** False once no restart-free recovery is possible. */
  readonly alive?: () => boolean;
}

/** A probe must answer even when a dependency hangs. */
const CHECK_DEADLINE = 2_000;

export function metricsRegistry(service: string): Registry {
  const metrics = new Registry();
  metrics.setDefaultLabels({ service });
  collectDefaultMetrics({ register: metrics });
  return metrics;
}

/** `/livez`, `/readyz` and `/metrics`, on a port that the gateway does not serve. */
export function healthServer({
  metrics,
  ready,
  problems,
  alive = () => true,
}: HealthOptions): FastifyInstance {
  const app = fastify({ forceCloseConnections: true });
  app.get('/livez', (_request, reply) => {
    const ok = alive();
    return reply.code(ok ? 200 : 503).send({ alive: ok });
  });
  app.get('/readyz', async (_request, reply) => {
    const checks = await runChecks(ready);
    const ok = Object.values(checks).every(Boolean);
    const told = problems === undefined ? {} : { problems: await toldInTime(problems) };
    return reply.code(ok ? 200 : 503).send({ ready: ok, checks, ...told });
  });
  app.get('/metrics', async (_request, reply) =>
    reply.header('content-type', metrics.contentType).send(await metrics.metrics()),
  );
  return app;
}

async function runChecks(ready: ReadinessChecks): Promise<Record<string, boolean>> {
  const named = Object.entries(ready).map(async ([name, check]) => [name, await answers(check)] as const);
  return Object.fromEntries(await Promise.all(named));
}

async function answers(check: () => boolean | Promise<boolean>): Promise<boolean> {
  try {
    return await Promise.race([check(), expired()]);
  } catch {
    // A check that cannot be made is a check that is not passed; /readyz is where that is said.
    return false;
  }
}

async function toldInTime(problems: NonNullable<HealthOptions['problems']>): Promise<readonly string[]> {
  const late = expired().then(() => ['what troubles this process could not be asked in time']);
  return Promise.race([problems(), late]);
}

function expired(): Promise<false> {
  return new Promise((resolve) => {
    setTimeout(() => resolve(false), CHECK_DEADLINE).unref();
  });
}
