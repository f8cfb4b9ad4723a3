import type { Registry } from 'prom-client';
import { logStreamState } from '../logging/log-stream.ts';
import { scrapedGauge } from '../loops/scraped-gauge.ts';

/** Whether the log of this process can be written, and what was let go because it could not. */
export function showLog(metrics: Registry): void {
  scrapedGauge({
    metrics,
    name: 'log_failing',
    help: '1 while lines of the log cannot be written, e.g. because its disk is full',
    read: () => [{ value: logStreamState().failure === null ? 0 : 1 }],
  });
  scrapedGauge({
    metrics,
    name: 'log_lines_lost',
    help: 'Lines of the log that were let go since the process started',
    read: () => [{ value: logStreamState().lost }],
  });
}

export function logProblem(): string | null {
  const { failure, lost } = logStreamState();
  if (failure === null) return null;
  const why = failure.code === 'ENOSPC' ? 'its disk is full: make room' : failure.message;
  return `log: nothing can be written, ${why} (${lost} lines lost)`;
}
