import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { lastLines, startChild, type Child } from './child.ts';
import { findMongod } from './mongod-binary.ts';
import { freePort } from './ports.ts';
import { becomePrimary } from './replica-set.ts';
import { silently, type Report } from './report.ts';
import { restartable, type RunningServer } from './running-server.ts';

export interface MongodOptions {
  /** Data and log; kept, so that a restart finds what was written. */
  readonly dir: string;
  /** A free one when not given; the same one after a restart. */
  readonly port?: number;
  readonly report?: Report;
}

export interface Mongod extends RunningServer {
  /** Of the replica set, without a database. */
  readonly uri: string;
  readonly port: number;
}

export async function startMongod({ dir, port, report = silently }: MongodOptions): Promise<Mongod> {
  const chosen = port ?? (await freePort());
  const binary = await findMongod(report);
  const start = async (): Promise<Child> => {
    const child = await launch(binary, dir, chosen);
    const failed = child.exited.then(() => {
      throw new Error(`mongod ended while starting:\n${lastLines(child.logFile)}`);
    });
    await Promise.race([becomePrimary(chosen), failed]).catch(async (error: unknown) => {
      await child.stop();
      throw error;
    });
    return child;
  };
  const server = await restartable(start);
  return Object.assign(server, { uri: `mongodb://127.0.0.1:${chosen}/?replicaSet=rs0`, port: chosen });
}

function launch(binary: string, dir: string, port: number): Promise<Child> {
  const data = join(dir, 'data');
  mkdirSync(data, { recursive: true });
  const args = ['--replSet', 'rs0', '--bind_ip', '127.0.0.1', '--port', `${port}`, '--dbpath', data];
  const light = ['--wiredTigerCacheSizeGB', '1', '--oplogSize', '256', '--nounixsocket', '--quiet'];
  // A single member has nobody to hand its clients over to: it need not wait for that when it is asked to stop.
  const alone = ['--setParameter', 'shutdownTimeoutMillisForSignaledShutdown=0'];
  const quiet = ['--setParameter', 'diagnosticDataCollectionEnabled=false'];
  // A killed process leaves its transaction open with all that it holds; by default for a minute. None of ours runs that long.
  const brief = ['--setParameter', 'transactionLifetimeLimitSeconds=15'];
  // With a small cache the default goals make eviction walk it all the time and find nothing that may leave yet.
  const calm = ['--wiredTigerEngineConfigString', 'eviction_dirty_target=15,eviction_updates_target=8'];
  // By default every version of a document is kept for 300 s for readers of the past: what is written often (leases,
  // figures, cursors) then drags all of them along. Our longest such reader is a relay's snapshot of a second.
  const forgetful = ['--setParameter', 'minSnapshotHistoryWindowInSeconds=10'];
  return startChild({
    name: 'mongod',
    role: 'mongod',
    command: binary,
    args: [...args, ...light, ...alone, ...quiet, ...brief, ...calm, ...forgetful],
    logFile: join(dir, 'mongod.log'),
  });
}

/** The same replica set with a database named. By hand, since a list of hosts is no URL to the platform's parser. */
export function databaseUri(uri: string, database: string): string {
  const [, servers = uri, options = ''] = /^([^/]+:\/\/[^/?]+)(?:\/[^?]*)?(\?.*)?$/.exec(uri) ?? [];
  return `${servers}/${database}${options}`;
}
