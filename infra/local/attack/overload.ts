import { performance } from 'node:perf_hooks';
import { setTimeout as pause } from 'node:timers/promises';
import { documented } from '../bench/scorecard-latency.ts';
import { atMost, type Measurement, measured, percentile } from '../bench/measurement.ts';
import type { AttackedSystem } from './attacked-system.ts';
import { type Answer, bodyOf, type Client, clientOf } from './client.ts';

const SCORECARD = bodyOf(documented('county-scorecard'), { code: '420581' });
const WARM_UP = 1_000;
const BEST_SECONDS = 6;
const OVERLOAD_SECONDS = 12;
const TIMES = 8;
/** Who gets no answer in this time goes, and somebody else comes. */
const PATIENCE_MS = 1_000;
/** One for each client that waits: in a queue of their own they would lose their patience before anybody is asked. */
const CONNECTIONS = 2_048;
const TICK_MS = 10;

/** Scorecards over all five services: as many as are answered at best, then eight times as many are asked for. */
export async function overload(system: AttackedSystem): Promise<readonly Measurement[]> {
  const best = await bestRate(system);
  let memory = 0;
  const watch = setInterval(() => (memory = Math.max(memory, system.gatewayMemory())), 200);
  const client = clientOf(system.url, { connections: CONNECTIONS, from: '198.18.0', addresses: 250 });
  const answers = await arrivals(client, best * TIMES);
  const recovery = await secondsToRecover(system);
  clearInterval(watch);
  await client.close();
  const good = answers.filter(({ status, code }) => status === 200 && code === null);
  const refused = answers.filter(({ status }) => status === 503 || status === 429);
  const goodput = good.length / OVERLOAD_SECONDS;
  return [
    measured('scorecards a second at best', best, '/s'),
    measured(
      `asked for at ${TIMES} times that, with ${PATIENCE_MS} ms of patience`,
      answers.length / OVERLOAD_SECONDS,
      '/s',
    ),
    measured('answered meanwhile', goodput, '/s'),
    atMost('overload: loss of the best rate', 100 - (100 * goodput) / best, 20, '%'),
    atMost('overload: admitted, p99', p99(good), 700, 'ms'),
    atMost('overload: refused, p99', p99(refused), 500, 'ms'),
    measured('overload: left without an answer', answers.filter(({ status }) => status === 0).length, ''),
    atMost('overload: memory of the gateway', memory, 600, 'MB'),
    atMost('overload: seconds until small answers are quick again', recovery, 5, 's'),
  ];
}

function p99(answers: readonly Answer[]): number {
  return percentile(
    answers.map(({ took }) => took),
    0.99,
  );
}

async function bestRate({ url }: AttackedSystem): Promise<number> {
  const client = clientOf(url, { connections: 8, from: '192.0.2', addresses: 8 });
  const askFor = async (goesOn: () => boolean): Promise<number> => {
    let answered = 0;
    const connection = async (): Promise<void> => {
      while (goesOn()) if ((await client.send(SCORECARD)).status === 200) answered += 1;
    };
    await Promise.all(Array.from({ length: 8 }, connection));
    return answered;
  };
  let warm = 0;
  await askFor(() => (warm += 1) < WARM_UP);
  const end = Date.now() + BEST_SECONDS * 1_000;
  const answered = await askFor(() => Date.now() < end);
  await client.close();
  return answered / BEST_SECONDS;
}

/** Asks at a rate, whatever becomes of what was asked before. */
async function arrivals(client: Client, rate: number): Promise<readonly Answer[]> {
  const asked: Promise<Answer>[] = [];
  const startedAt = performance.now();
  for (let passed = 0; passed < OVERLOAD_SECONDS; passed = (performance.now() - startedAt) / 1_000) {
    const due = Math.floor(passed * rate);
    while (asked.length < due) asked.push(client.send(SCORECARD, PATIENCE_MS));
    await pause(TICK_MS);
  }
  return Promise.all(asked);
}

async function secondsToRecover({ url }: AttackedSystem): Promise<number> {
  const client = clientOf(url, { connections: 1, from: '203.0.113' });
  const startedAt = performance.now();
  for (let quick = 0; quick < 10;) {
    const { status, took } = await client.send(SCORECARD);
    quick = status === 200 && took < 100 ? quick + 1 : 0;
    if (performance.now() - startedAt > 30_000) break;
  }
  await client.close();
  return (performance.now() - startedAt) / 1_000;
}
