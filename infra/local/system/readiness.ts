import { setTimeout as sleep } from 'node:timers/promises';
import { lastLines, type Child } from '../servers/index.ts';
import { SetupError } from '../setup-error.ts';

/** The first start of a service imports its reference data before it is ready. */
const PATIENCE_MS = 300_000;

/** Waits until the process says on its health port that it and all it needs are ready. */
export async function untilReady(name: string, child: Child, healthPort: number): Promise<void> {
  const url = `http://127.0.0.1:${healthPort}/readyz`;
  const deadline = Date.now() + PATIENCE_MS;
  let answer = 'no answer';
  while (Date.now() < deadline) {
    if (!child.isRunning()) throw failed(`${name} ended while starting.`, child);
    const { ready, text } = await ask(url);
    if (ready) return;
    answer = text;
    await sleep(100);
  }
  throw failed(`${name} was not ready within ${PATIENCE_MS / 1000} seconds (${url}: ${answer}).`, child);
}

export function failed(what: string, { logFile }: Child): SetupError {
  return new SetupError(`${what} The end of its log:\n\n${lastLines(logFile)}\n`, [
    `the whole log: ${logFile}`,
    'the data is kept: npm start again goes on with it',
  ]);
}

async function ask(url: string): Promise<{ ready: boolean; text: string }> {
  try {
    const response = await fetch(url, { signal: AbortSignal.timeout(3_000) });
    return { ready: response.ok, text: await response.text() };
  } catch {
    return { ready: false, text: 'no answer' };
  }
}
