import { setTimeout as pause } from 'node:timers/promises';
import { silently } from '../servers/index.ts';
import { playStory } from '../story/index.ts';
import { atMost, type Measurement } from './measurement.ts';
import { startOwnSystem } from './own-system.ts';
import { memoryAtRest } from './memory.ts';
import { scorecardLatency } from './scorecard-latency.ts';

/** Garbage of the start is collected and caches are filled before memory is called "at rest". */
const REST_MS = 5_000;

/** A system of its own on empty data: how fast it is ready, plays its story and answers, and what it takes. */
export async function measureSystem(folder: string): Promise<readonly Measurement[]> {
  const startedAt = performance.now();
  const { system, issuer, requireAlive } = await startOwnSystem(folder);
  const { gatewayUrl } = system;
  const readyAt = performance.now();
  await playStory({ gatewayUrl, issueToken: issuer.issueToken, report: silently });
  const toldAt = performance.now();
  const latency = await scorecardLatency(gatewayUrl, await issuer.issueToken('yidu-bureau'));
  await pause(REST_MS);
  requireAlive();
  return [
    atMost('ready after the start, on empty data', (readyAt - startedAt) / 1_000, 30, 's'),
    atMost('story of Yidu', (toldAt - readyAt) / 1_000, 60, 's'),
    ...latency,
    ...memoryAtRest(system.pids()),
  ];
}
