import { fork, type ChildProcess } from 'node:child_process';

/** A process under measurement: says one thing when it is ready, and its CPU time whenever it is asked. */
export interface MeasuredProcess<Ready> {
  readonly ready: Ready;
  /** Microseconds of CPU, user and system, since the process began. */
  readonly cpu: () => Promise<number>;
  readonly stop: () => void;
}

export async function startMeasured<Ready>(
  module: URL,
  env: Readonly<Record<string, string>> = {},
): Promise<MeasuredProcess<Ready>> {
  const child = fork(module, {
    env: { ...process.env, ...env },
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  const ready = (await message(child)) as Ready;
  return {
    ready,
    cpu: async () => {
      child.send('cpu');
      return (await message(child)) as number;
    },
    stop: () => child.disconnect(),
  };
}

/** The other end: announces itself, answers, and leaves with its parent. */
export function beMeasured(ready: unknown): void {
  process.on('message', () => {
    const { user, system } = process.cpuUsage();
    process.send?.(user + system);
  });
  process.on('disconnect', () => process.exit(0));
  process.send?.(ready);
}

function message(child: ChildProcess): Promise<unknown> {
  return new Promise((received, failed) => {
    const gone = (code: number | null): void => failed(new Error(`${child.spawnfile} left with ${code}`));
    child.once('exit', gone);
    child.once('message', (content) => {
      child.off('exit', gone);
      received(content);
    });
  });
}
