import { createServer, connect, type AddressInfo } from 'node:net';
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { setTimeout as sleep } from 'node:timers/promises';
import { SetupError } from '../setup-error.ts';

const HOST = '127.0.0.1';

/** The system picks; it does not hand out the same port again soon, so the gap until it is bound does no harm. */
export async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, HOST, resolve);
  });
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

export async function isFree(port: number): Promise<boolean> {
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

/** A server that was just killed needs a moment to let go of its port. */
export async function requireFree(port: number, purpose: string, setting: string): Promise<void> {
  for (let attempt = 0; attempt < 10; attempt += 1) {
    if (await isFree(port)) return;
    await sleep(100);
  }
  throw new SetupError(`Port ${port} (${purpose}) is in use by ${await holderOf(port)}.`, [
    'stop that program, or',
    `choose another port: ${setting}=${port + 10_000} npm start`,
  ]);
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
