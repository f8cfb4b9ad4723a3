import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { openIssuer } from '@qianshou/infra/issuer';
import { isStopping, silently, stopOwnChildren } from '@qianshou/infra/servers';
import { playStory } from '@qianshou/infra/story';
import { freePorts, localSystem, PROCESS_NAMES, type ProcessName, type System } from '@qianshou/infra/system';
import type { TestProject } from 'vitest/node';

declare module 'vitest' {
  interface ProvidedContext {
    readonly gatewayUrl: string;
    /** Where the issuer's key lies: a test makes the tokens of its personas itself. */
    readonly issuerFolder: string;
    /** POST /kill/<process>, POST /start/<process>: a crash and its end, for tests of what the others do meanwhile. */
    readonly controlUrl: string;
    /** Each process's own GraphQL endpoint, for tests that go around the gateway. */
    readonly endpoints: Readonly<Record<ProcessName, string>>;
  }
}

/** The five real services behind the real gateway, each a process, with the story played: once for all test files. */
export async function setup(project: TestProject): Promise<void> {
  const folder = join(required('QIANSHOU_TEST_FOLDER'), 'system');
  // A database server can be shared, a broker cannot: these services would react to other tests' events.
  process.env['MONGODB_URI'] = required('QIANSHOU_TEST_MONGODB_URI');
  const issuerFolder = join(folder, 'issuer');
  const issuer = await openIssuer(issuerFolder);
  const ports = await freePorts();
  const system = localSystem({ folder, ports, issuer, onDeath });
  console.log('Starting five services and the gateway for the supergraph tests …');
  await Promise.all([system.startMongod(silently), system.startKafka(silently)]);
  await Promise.all(system.processes.map(system.startProcess));
  const { gatewayUrl } = system;
  const report = (line: string): void => console.log(line);
  await playStory({ gatewayUrl, issueToken: issuer.issueToken, report });
  project.provide('gatewayUrl', gatewayUrl);
  project.provide('issuerFolder', issuerFolder);
  project.provide('controlUrl', await startControl(system));
  const endpoints = PROCESS_NAMES.map((name) => [name, `http://127.0.0.1:${ports[name].graphql}/graphql`]);
  project.provide('endpoints', Object.fromEntries(endpoints) as Record<ProcessName, string>);
}

export async function teardown(): Promise<void> {
  control.close();
  await stopOwnChildren();
}

/** Said when it happens; at the end of the run everything ends. */
const onDeath = (failure: Error): void => {
  if (!isStopping()) console.error(failure.message);
};

const control: Server = createServer();

async function startControl(system: System): Promise<string> {
  control.on('request', (request, response) => {
    const [, verb, name] = (request.url ?? '').split('/') as [string, string, ProcessName];
    const act = verb === 'kill' ? system.killProcess : system.startProcess;
    act(name).then(
      () => response.end('done'),
      (error: unknown) => response.writeHead(500).end(String(error)),
    );
  });
  await new Promise<void>((resolve) => control.listen(0, '127.0.0.1', resolve));
  return `http://127.0.0.1:${(control.address() as AddressInfo).port}`;
}

function required(name: string): string {
  const value = process.env[name];
  if (value === undefined) throw new Error(`${name} is not set: run the tests with \`npm test -- <filter>\``);
  return value;
}
