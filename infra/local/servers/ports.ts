import { randomInt } from 'node:crypto';
import { connect, createServer } from 'node:net';
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { setTimeout as sleep } from 'node:timers/promises';
import { SetupError } from '../setup-error.ts';

const HOST = '127.0.0.1';

/** Below what systems give to outgoing connections: one of those could take a port between choosing and using it. */
const FIRST_PORT = 20_000;
const LAST_PORT = 29_999;
const MOST_TRIES = 100;

/** By chance, so that systems that start side by side do not choose the same. */
export async function freePort(): Promise<number> {
  for (let attempt = 0; attempt < MOST_TRIES; attempt += 1) {
    const port = randomInt(FIRST_PORT, LAST_PORT + 1);
    if (await isFree(port)) return port;
  }
  throw new SetupError(`No free port between ${FIRST_PORT} and ${LAST_PORT}.`, [
    'stop programs that hold them',
  ]);
}

async function isFree(port: number): Promise<boolean> {
  const server = createServer();
  const listens = await new Promise<boolean>((resolve) => {
    server.once('error', () => resolve(false));
    server.listen(port, HOST, () => resolve(true));
  });
  if (listens) await new Promise((resolve) => server.close(resolve));
  return listens;
}

export async function answers(port: number): Promise<boolean> {
  const socket = connect({ port, host: HOST });
  return new Promise((resolve) => {
    socket.once('connect', () => resolve(true));
    socket.once('error', () => resolve(false));
  }).then((open) => {
    socket.destroy();
    return open === true;
  });
}

export interface WantedPort {
  readonly port: number;
  readonly purpose: string;
  /** The environment variable that chooses another one. */
  readonly setting: string;
  /** A value for it. */
  readonly instead: number;
}

/** @throws naming the first port that another program holds, and how to choose another. */
export async function requireFree(wanted: readonly WantedPort[]): Promise<void> {
  for (const { port, purpose, setting, instead } of wanted) {
    if (await becomesFree(port)) continue;
    throw new SetupError(`Port ${port} (${purpose}) is in use by ${await holderOf(port)}.`, [
      'stop that program, or',
      `choose other ports: ${setting}=${instead} npm start`,
    ]);
  }
}

/** A server that was just killed needs a moment to let go of its port. */
async function becomesFree(port: number): Promise<boolean> {
  for (let attempt = 0; attempt < 10; attempt += 1) {
    if (await isFree(port)) return true;
    await sleep(100);
  }
  return false;
}

/** Best effort: `lsof` and `ss` are not everywhere, and show only what this user may see. */
async function holderOf(port: number): Promise<string> {
  const lsof = await output('lsof', ['-nP', `-iTCP:${port}`, '-sTCP:LISTEN', '-Fcp']);
  const seen = /p(\d+)\nc(.+)/.exec(lsof);
  if (seen) return `${seen[2]} (process ${seen[1]})`;
  const ss = await output('ss', ['-Hltnp', `sport = :${port}`]);
  const user = /\("([^"]+)",pid=(\d+)/.exec(ss);
  return user ? `${user[1]} (process ${user[2]})` : 'another program';
}

async function output(command: string, args: readonly string[]): Promise<string> {
  return promisify(execFile)(command, args).then(
    ({ stdout }) => stdout,
    () => '',
  );
}
