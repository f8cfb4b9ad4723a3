import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseEnv } from 'node:util';
import { SERVICES } from '@qianshou/events';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ZodObject } from 'zod';
import { AUDIENCE, ISSUER, openIssuer } from '../local/issuer/index.ts';
import { REPOSITORY } from '../local/places.ts';
import { graphqlUrl, portsFrom, type ProcessName } from '../local/roster.ts';
import { KAFKA_VERSION } from '../local/servers/kafka-launch.ts';
import { kafkaProperties } from '../local/servers/kafka-properties.ts';
import { ensureComposeSecrets } from '../local/system/compose-secrets.ts';
import { containerNamed, readComposeFile } from './compose-file.ts';

/** As somebody tries it out; what a production system has in place of these secrets is its own. */
const file = readComposeFile({ NODE_ENV: 'development' });
const ports = portsFrom();
const PROCESSES: readonly ProcessName[] = ['gateway', ...SERVICES];

let secrets: string;
beforeAll(async () => {
  secrets = mkdtempSync(join(tmpdir(), 'qianshou-compose-'));
  const issuer = await openIssuer(join(secrets, 'issuer'));
  await ensureComposeSecrets(secrets, issuer.jwksFile);
});
afterAll(() => rmSync(secrets, { recursive: true }));

/** What the process finds in its environment: from the file, and from the secret that Node reads as one. */
function environmentOf(name: ProcessName): Record<string, string | undefined> {
  const { environment, command = [] } = containerNamed(file, name);
  const envFile = command
    .find((word) => word.startsWith('--env-file='))
    ?.split('/')
    .at(-1);
  if (envFile === undefined) return environment;
  return { ...parseEnv(readFileSync(secretFile(name, envFile), 'utf8')), ...environment };
}

function secretFile(name: ProcessName, target: string): string {
  const secret = containerNamed(file, name).secrets.find((mounted) => mounted.target === target);
  return join(secrets, basename(file.secrets[secret?.source ?? '']?.file ?? ''));
}

async function schemaOf(name: ProcessName): Promise<ZodObject> {
  const folder = name === 'gateway' ? 'gateway' : `services/${name}`;
  const url = pathToFileURL(join(REPOSITORY, folder, 'src/config.ts')).href;
  const { configSchema } = (await import(url)) as { configSchema: ZodObject };
  return configSchema;
}

/** Runs the health check of the file against a process that is ready, or not. */
async function probe(args: readonly string[], status: number): Promise<number | null> {
  const server = createServer((request, response) =>
    response.writeHead(request.url === '/readyz' ? status : 404).end(),
  );
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const { port } = server.address() as AddressInfo;
  const check = spawn(process.execPath, args, { env: { HEALTH_PORT: `${port}` } });
  const exitCode = await new Promise<number | null>((ended) => check.once('exit', ended));
  server.close();
  return exitCode;
}

describe.each(PROCESSES)('the container of %s', (name) => {
  const container = containerNamed(file, name);

  it('has an environment that the configuration schema of its process accepts', async () => {
    const schema = await schemaOf(name);

    expect(schema.safeParse(environmentOf(name)).error?.issues ?? []).toEqual([]);
  });

  it('sets nothing that the process does not read', async () => {
    const { shape } = await schemaOf(name);

    expect(Object.keys(environmentOf(name)).filter((setting) => !(setting in shape))).toEqual([]);
  });

  it('listens where the others look for it', () => {
    expect(container.environment).toMatchObject({
      HOST: '0.0.0.0',
      PORT: `${ports[name].graphql}`,
      HEALTH_PORT: `${ports[name].health}`,
    });
  });

  it.each([
    [200, 0],
    [503, 1],
  ])('whose process answers %i on its health port ends its check with %i', async (status, exitCode) => {
    const [, node, ...args] = container.healthcheck?.test ?? [];

    expect(node).toBe('node');
    expect(await probe(args, status)).toBe(exitCode);
  });

  it('runs its own main file from the one image', () => {
    expect(container.command?.at(-1)).toBe(
      name === 'gateway' ? 'gateway/src/main.ts' : `services/${name}/src/main.ts`,
    );
    expect(container.build).toEqual({ context: '.', dockerfile: 'infra/Dockerfile' });
  });

  it('may change nothing, and is nobody', () => {
    expect(container).toMatchObject({ user: 'node', read_only: true, cap_drop: ['ALL'] });
    expect(container.security_opt).toContain('no-new-privileges:true');
  });

  it('ends before the machine does, and lets nobody reach a prototype', () => {
    const heap = Number(/--max-old-space-size=(\d+)/.exec((container.command ?? []).join(' '))?.[1]);

    expect(container.command).toContain('--disable-proto=delete');
    expect(heap).toBeLessThan(container.mem_limit === '1g' ? 1024 : 768);
    expect(container.pids_limit).toBeGreaterThan(0);
  });

  it('finds every file that its settings name among its secrets', () => {
    const named = Object.entries(container.environment).filter(([setting]) => setting.endsWith('_FILE'));

    for (const [, path] of named) expect(statSync(secretFile(name, basename(path))).size).toBeGreaterThan(0);
  });
});

describe('the containers together', () => {
  it('let the gateway reach every subgraph and its health', () => {
    const { SUBGRAPHS = '', SUBGRAPH_HEALTH = '' } = containerNamed(file, 'gateway').environment;

    const graphs = SERVICES.map((name) =>
      `${name}=${graphqlUrl(ports[name].graphql)}`.replace('127.0.0.1', name),
    );
    expect(SUBGRAPHS.split(/,\s*/)).toEqual(graphs);
    expect(SUBGRAPH_HEALTH.split(/,\s*/)).toEqual(
      SERVICES.map((name) => `${name}=http://${name}:${ports[name].health}`),
    );
  });

  it('publish the gateway alone, on this machine alone', () => {
    const published = Object.entries(file.services).filter(([, container]) => container.ports.length > 0);

    expect(published.map(([name, container]) => [name, container.ports])).toEqual([
      ['gateway', ['127.0.0.1:4000:4000']],
    ]);
  });

  it('share each gateway key between the gateway and one subgraph', () => {
    const ofGateway = JSON.parse(readFileSync(secretFile('gateway', 'subgraph-keys'), 'utf8')) as object;
    const ofServices = SERVICES.map((name) => [
      name,
      JSON.parse(readFileSync(secretFile(name, 'gateway-keys'), 'utf8')) as unknown,
    ]);

    expect(ofGateway).toEqual(Object.fromEntries(ofServices));
  });

  it('accept the tokens of the local issuer', () => {
    expect(containerNamed(file, 'gateway').environment).toMatchObject({
      TOKEN_ISSUER: ISSUER,
      TOKEN_AUDIENCE: AUDIENCE,
    });
  });

  it.each(SERVICES)('give %s a database user of its own, and nobody else its password', (service) => {
    const holders = Object.entries(file.services).filter(([, { secrets: mounted }]) =>
      mounted.some(({ source }) => source === `${service}-database`),
    );

    expect(holders.map(([name]) => name)).toEqual([service]);
    expect(environmentOf(service)['MONGODB_URI']).toMatch(
      new RegExp(
        `^mongodb://qianshou_${service}:[0-9a-f]+@mongodb:27017/qianshou_${service}\\?replicaSet=rs0$`,
      ),
    );
  });

  it('wait for the servers that they need', () => {
    for (const service of SERVICES) {
      expect(containerNamed(file, service).depends_on).toEqual({
        'mongodb-replica-set': { condition: 'service_completed_successfully' },
        'kafka-users': { condition: 'service_completed_successfully' },
      });
    }
  });
});

describe('the networks', () => {
  const of = (name: string) => containerNamed(file, name).networks.toSorted();

  it('keep apart what has nothing to say to each other', () => {
    expect(of('gateway')).toEqual(['graphs', 'outside']);
    expect(of('mongodb')).toEqual(['databases']);
    expect(of('kafka')).toEqual(['events']);
    for (const service of SERVICES.filter((name) => name !== 'partners'))
      expect(of(service)).toEqual(['databases', 'events', 'graphs']);
    // Webhooks go out.
    expect(of('partners')).toEqual(['databases', 'events', 'graphs', 'outside']);
  });
});

describe('every container', () => {
  it.each(Object.entries(file.services))(
    '%s drops its capabilities and has its limits',
    (_name, container) => {
      expect(container.cap_drop).toEqual(['ALL']);
      expect(container.security_opt).toContain('no-new-privileges:true');
      expect([container.mem_limit, container.pids_limit].every(Boolean)).toBe(true);
    },
  );

  it('belongs to a production system, unless it is said otherwise', () => {
    expect(containerNamed(readComposeFile(), 'gateway').environment['NODE_ENV']).toBe('production');
  });
});

describe('the broker', () => {
  const { environment } = containerNamed(file, 'kafka');

  it('lets nobody in from outside without a name, and TLS', () => {
    const outside = (environment['KAFKA_LISTENERS'] ?? '')
      .split(',')
      .filter((listener) => !listener.includes('://127.0.0.1:'));

    expect(outside).toEqual(['SERVICES://:9092']);
    expect(environment['KAFKA_LISTENER_SECURITY_PROTOCOL_MAP']).toContain('SERVICES:SASL_SSL');
    expect(environment['KAFKA_ALLOW_EVERYONE_IF_NO_ACL_FOUND']).toBe('false');
  });

  it.each(SERVICES)('knows %s by a user of its own, and gives nobody else its password', (service) => {
    const holders = Object.entries(file.services).filter(([, { secrets: mounted }]) =>
      mounted.some(({ source }) => source === `kafka-${service}-password`),
    );

    expect(holders.map(([name]) => name)).toEqual(['kafka-users', service]);
    expect(environmentOf(service)['KAFKA_USERNAME']).toBe(`qianshou-${service}`);
  });
});

const foreignImages = (dockerfile: string): readonly string[] => [
  ...Object.values(file.services).flatMap(({ image, build }) => (build === undefined ? [image] : [])),
  ...[...dockerfile.matchAll(/^FROM (\S+)/gm)].map(([, image]) => image ?? ''),
];

describe('the images', () => {
  it('are of the versions that are used everywhere else', () => {
    const dockerfile = readFileSync(join(REPOSITORY, 'infra/Dockerfile'), 'utf8');
    const { devDependencies } = JSON.parse(readFileSync(join(REPOSITORY, 'package.json'), 'utf8')) as {
      devDependencies: Record<string, string>;
    };
    const door = readFileSync(join(REPOSITORY, 'infra/local/run.mjs'), 'utf8');

    expect(containerNamed(file, 'kafka').image).toContain(`apache/kafka:${KAFKA_VERSION}@`);
    expect(containerNamed(file, 'mongodb').image).toMatch(/^mongo:8\./);
    expect(foreignImages(dockerfile).filter((image) => !/@sha256:[0-9a-f]{64}$/.test(image))).toEqual([]);
    expect(dockerfile.match(/^FROM node:(\d+)-slim/gm)).toEqual([
      `FROM node:${devDependencies['node']?.split('.')[0]}-slim`,
      `FROM node:${devDependencies['node']?.split('.')[0]}-slim`,
    ]);
    expect(/pnpm@[\d.]+/.exec(dockerfile)?.[0]).toBe(/pnpm@[\d.]+/.exec(door)?.[0]);
  });

  it('run a broker with the settings of the local one', () => {
    const { environment } = containerNamed(file, 'kafka');
    const local = kafkaProperties('/d', { broker: 9092, controller: 9093 }).trim().split('\n');
    const durable = local
      .map((line) => line.split('='))
      .filter(([key]) => /^(offsets|transaction|share|auto|group)/.test(key ?? ''));

    for (const [key = '', value] of durable) {
      expect([key, environment[`KAFKA_${key.toUpperCase().replaceAll('.', '_')}`]]).toEqual([key, value]);
    }
  });
});
