import { monitorEventLoopDelay } from 'node:perf_hooks';

export interface Pressure {
  /** Whether the process was for two spans so far behind that more reads would only make everybody wait. */
  readonly pressed: () => boolean;
  /** Seconds, of the last span. */
  readonly delay: () => number;
  readonly stop: () => void;
}

const SPAN_MS = 500;
const RESOLUTION_MS = 20;

/** Watches how late the event loop runs: the one sign of overload that no count of requests shows. */
export function watchPressure(limitMs: number): Pressure {
  const histogram = monitorEventLoopDelay({ resolution: RESOLUTION_MS });
  histogram.enable();
  // One long task, as at start or for a large document, is over before anybody is turned away for it.
  const last = { delayMs: 0, beforeMs: 0 };
  const timer = setInterval(() => {
    last.beforeMs = last.delayMs;
    last.delayMs = histogram.count === 0 ? SPAN_MS : Math.max(0, histogram.mean / 1e6 - RESOLUTION_MS);
    histogram.reset();
  }, SPAN_MS).unref();
  return {
    pressed: () => Math.min(last.delayMs, last.beforeMs) > limitMs,
    delay: () => last.delayMs / 1_000,
    stop: () => {
      clearInterval(timer);
      histogram.disable();
    },
  };
}
