import { metricsRegistry } from '@qianshou/service-kit/health';
import { createLogger, logStreamState } from '@qianshou/service-kit/logging';
import { showLog, logProblem } from '../src/service/log-watch.ts';

/** Logs to a device that is always full, and tells on the other stream how it is. */
const metrics = metricsRegistry('test');
showLog(metrics);
const logger = createLogger({ service: 'test', level: 'info' });
for (let line = 0; line < 10_000; line += 1) logger.info({ line, text: 'x'.repeat(300) }, 'a line');
process.stderr.write(
  JSON.stringify({
    problem: logProblem(),
    lost: logStreamState().lost,
    metrics: await metrics.getMetricsAsJSON(),
  }),
);
