const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/**
 * Aborts at the first Ctrl-C, at a request to end, and when the process that started this one is gone.
 * A Ctrl-C arrives twice (from the terminal and passed on by the parent): the second one changes nothing.
 */
export function interruption(): AbortSignal {
  const controller = new AbortController();
  const interrupt = (): void => controller.abort();
  for (const signal of SIGNALS) process.on(signal, interrupt);
  process.once('disconnect', interrupt);
  process.channel?.unref();
  return controller.signal;
}

/** Settles when the signal aborts; for a race against work that may take long. */
export function whenAborted(signal: AbortSignal): Promise<void> {
  if (signal.aborted) return Promise.resolve();
  return new Promise((resolve) => signal.addEventListener('abort', () => resolve(), { once: true }));
}
