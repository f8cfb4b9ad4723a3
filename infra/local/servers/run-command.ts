import { execFile } from 'node:child_process';

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
    execFile(command, args, { timeout, maxBuffer: 16 * 1024 * 1024 }, (error, stdout, stderr) => {
      resolve({ ok: error === null, output: `${stdout}${stderr}` });
    });
  });
}
