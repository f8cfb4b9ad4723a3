let silenced = false;

/** kafkajs 2.2.4 asks for timers in the past, which Node answers with one harmless warning: drop that one only. */
export function silenceNegativeTimeouts(): void {
  if (silenced) return;
  silenced = true;
  const emitWarning = process.emitWarning.bind(process) as (...args: unknown[]) => void;
  const filtered = (...args: unknown[]): void => {
    const [, type] = args;
    const kind = typeof type === 'object' && type !== null ? (type as { type?: unknown }).type : type;
    if (kind !== 'TimeoutNegativeWarning') emitWarning(...args);
  };
  process.emitWarning = filtered;
}
