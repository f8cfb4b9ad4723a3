import { execFile } from 'node:child_process';
import { admit } from './own-children.ts';

export interface CommandResult {
  readonly ok: boolean;
  /** What it printed, on both streams. */
  readonly output: string;
}

/** Runs a tool of the machine to its end. A tool that is missing is a result like another, not a fault. */
export function runCommand(
  command: string,
  args: readonly string[],
  timeout = 300_000,
): Promise<CommandResult> {
  return new Promise((resolve) => {
    const child = execFile(
      command,
      args,
      { timeout, maxBuffer: 16 * 1024 * 1024 },
      (error, stdout, stderr) => {
        leave();
        resolve({ ok: error === null, output: `${stdout}${stderr}` });
      },
    );
    const ended = new Promise<void>((done) => child.once('close', () => done()));
    const leave = admit({
      role: 'tool',
      stop: async () => {
        child.kill('SIGTERM');
        await ended;
      },
    });
  });
}
