import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';

export interface TestChild {
  readonly kill: (signal: NodeJS.Signals) => void;
  readonly said: (line: string) => Promise<void>;
  readonly exited: Promise<NodeJS.Signals | number | null>;
}

const children = new Set<ReturnType<typeof spawn>>();

/** Runs one of the `*.process.ts` beside this file. */
export function startTestChild(file: string, environment: Readonly<Record<string, string>>): TestChild {
  const child = spawn(process.execPath, [join(import.meta.dirname, file)], {
    env: { ...process.env, ...environment },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  children.add(child);
  let output = '';
  child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()));
  return {
    kill: (signal) => void child.kill(signal),
    said: async (line) => {
      while (!output.includes(`${line}\n`)) await once(child.stdout, 'data');
    },
    exited: once(child, 'exit').then(([code, signal]) => {
      children.delete(child);
      return (signal ?? code) as NodeJS.Signals | number | null;
    }),
  };
}

/** For the end of a test file, also after a failure. */
export function killTestChildren(): void {
  for (const child of children) child.kill('SIGKILL');
}
