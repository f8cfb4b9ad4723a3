import type { Child, Exit } from './child.ts';

/** A server of a test or of the local system, which may be ended the hard way and started again on its data. */
export interface RunningServer {
  readonly pid: number;
  isRunning(): boolean;
  /** Settles when the process that runs now ends, for whatever reason. */
  exited(): Promise<Exit>;
  stop(): Promise<void>;
  kill9(): Promise<void>;
  /** Stops it if it runs, starts it on the same data and port, and waits until it is ready. */
  restart(): Promise<void>;
}

export async function restartable(start: () => Promise<Child>): Promise<RunningServer> {
  let child = await start();
  return {
    get pid() {
      return child.pid;
    },
    isRunning: () => child.isRunning(),
    exited: () => child.exited,
    stop: () => child.stop(),
    kill9: () => child.kill9(),
    restart: async () => {
      await child.stop();
      child = await start();
    },
  };
}
