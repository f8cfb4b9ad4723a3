import { spawn } from 'node:child_process';
import { closeSync, mkdirSync, openSync, readFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { admit, requireOpen, type ChildRole } from './own-children.ts';
import { forgetProcess, recordProcess, signalGroup } from './process-records.ts';

export interface ChildOptions {
  readonly name: string;
  readonly role: ChildRole;
  readonly command: string;
  readonly args: readonly string[];
  readonly logFile: string;
  readonly env?: NodeJS.ProcessEnv;
  readonly cwd?: string;
  /** The log goes on where an earlier child left it: why that one ended stands there. */
  readonly appends?: boolean;
}

export interface Exit {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
}

/** A process under control: in a group of its own (a Ctrl-C in the terminal does not reach it), recorded, logged. */
export interface Child {
  readonly pid: number;
  readonly logFile: string;
  readonly exited: Promise<Exit>;
  isRunning(): boolean;
  /** Asks, waits up to ten seconds, then kills. */
  stop(): Promise<void>;
  kill9(): Promise<void>;
}

const PATIENCE_MS = 10_000;

export function startChild(options: ChildOptions): Promise<Child> {
  requireOpen();
  mkdirSync(dirname(options.logFile), { recursive: true });
  const log = openSync(options.logFile, options.appends === true ? 'a' : 'w');
  const child = spawn(options.command, options.args, {
    detached: true,
    stdio: ['ignore', log, log],
    env: options.env ?? process.env,
    ...(options.cwd === undefined ? {} : { cwd: options.cwd }),
  });
  closeSync(log);
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    if (child.pid === undefined) return;
    const { pid } = child;
    recordProcess({ name: options.name, pid, command: [options.command, ...options.args].join(' ') });
    const exited = new Promise<Exit>((done) => child.once('exit', (code, signal) => done({ code, signal })));
    const started = underControl(pid, options.logFile, exited);
    const leave = admit({ role: options.role, stop: () => started.stop() });
    void exited.then(leave);
    resolve(started);
  });
}

function underControl(pid: number, logFile: string, exited: Promise<Exit>): Child {
  let running = true;
  void exited.then(() => {
    running = false;
    forgetProcess(pid);
  });
  const end = async (signal: NodeJS.Signals): Promise<void> => {
    if (running) signalGroup(pid, signal);
    await exited;
  };
  const stop = async (): Promise<void> => {
    const lastResort = setTimeout(() => signalGroup(pid, 'SIGKILL'), PATIENCE_MS);
    await end('SIGTERM').finally(() => clearTimeout(lastResort));
  };
  return { pid, logFile, exited, isRunning: () => running, stop, kill9: () => end('SIGKILL') };
}

/** The end of a log, for a message on why a process failed. */
export function lastLines(logFile: string, count = 20): string {
  try {
    return readFileSync(logFile, 'utf8').trimEnd().split('\n').slice(-count).join('\n');
  } catch {
    return '(no log)';
  }
}
