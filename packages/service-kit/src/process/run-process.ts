import { ConfigError } from '../config/read-config.ts';
import type { Logger } from '../logging/logger.ts';

export interface RunningProcess {
  readonly logger: Logger;
  /** Stops taking work, finishes what is under way, closes connections. */
  readonly stop: () => Promise<void>;
}

/** Longer than any request may take (10 s), shorter than what supervisors wait before they kill. */
const DRAIN_DEADLINE = 15_000;

/** Starts, and on SIGTERM or SIGINT drains and leaves. A start that fails says why and what to do. */
export async function runProcess(start: () => Promise<RunningProcess>): Promise<void> {
  let running: RunningProcess;
  try {
    running = await start();
  } catch (error) {
    process.stderr.write(`${explain(error)}\n`);
    process.exit(1);
  }
  const { logger, stop } = running;
  const leave = (signal: string): void => {
    logger.info({ signal }, 'draining');
    setTimeout(() => process.exit(1), DRAIN_DEADLINE).unref();
    stop().then(
      () => process.exit(0),
      (error: unknown) => {
        logger.error({ err: error }, 'draining failed');
        process.exit(1);
      },
    );
  };
  process.once('SIGTERM', leave);
  process.once('SIGINT', leave);
  // A fault nobody caught leaves the process in a state nobody knows: say so and let the supervisor start a new one.
  process.on('unhandledRejection', (error) => {
    logger.fatal({ err: error }, 'unhandled rejection');
    process.exit(1);
  });
}

function explain(error: unknown): string {
  if (error instanceof ConfigError) return error.message;
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
