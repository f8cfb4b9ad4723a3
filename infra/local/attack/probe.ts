import { setTimeout as pause } from 'node:timers/promises';
import { percentile } from '../bench/measurement.ts';
import { bodyOf, clientOf } from './client.ts';

/** What somebody else noticed meanwhile. */
export interface Noticed {
  readonly answered: number;
  readonly failed: number;
  readonly p99: number;
  readonly slowest: number;
}

const EVERY_MS = 50;
const QUESTION = bodyOf('{ region(code: "420581") { name stationFigures { stationsOperating } } }');

/** Asks a small question again and again while something else goes on. */
export async function besides(url: URL, attack: () => Promise<unknown>): Promise<Noticed> {
  const client = clientOf(url, { connections: 4, from: '203.0.113' });
  const samples: number[] = [];
  const state = { going: true, failed: 0 };
  const ask = async (): Promise<void> => {
    const { status, took, code } = await client.send(QUESTION);
    if (status === 200 && code === null) samples.push(took);
    else state.failed += 1;
  };
  const probing = (async () => {
    while (state.going) await Promise.all([ask(), pause(EVERY_MS)]);
  })();
  await attack();
  state.going = false;
  await probing;
  await client.close();
  const slowest = samples.reduce((most, sample) => Math.max(most, sample), 0);
  return { answered: samples.length, failed: state.failed, p99: percentile(samples, 0.99), slowest };
}
