import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { openIssuer } from '../issuer/index.ts';
import { silently } from '../servers/index.ts';
import { playStory } from '../story/index.ts';
import { freePorts } from '../system/free-ports.ts';
import { localSystem } from '../system/system.ts';
import { atMost, type Measurement } from './measurement.ts';
import { memoryAtRest } from './memory.ts';
import { scorecardLatency } from './scorecard-latency.ts';

/** Garbage of the start is collected and caches are filled before memory is called "at rest". */
const REST_MS = 5_000;

/** A system of its own on empty data: how fast it is ready, plays its story and answers, and what it takes. */
export async function measureSystem(folder: string): Promise<readonly Measurement[]> {
  const issuer = await openIssuer(join(folder, 'issuer'));
  const deaths: Error[] = [];
  const onDeath = (failure: Error): void => void deaths.push(failure);
  const system = localSystem({ folder, ports: await freePorts(), issuer, onDeath });
  const { gatewayUrl } = system;
  const startedAt = performance.now();
  await Promise.all([system.startMongod(silently), system.startKafka(silently)]);
  await Promise.all(system.processes.map(system.startProcess));
  const readyAt = performance.now();
  await playStory({ gatewayUrl, issueToken: issuer.issueToken, report: silently });
  const toldAt = performance.now();
  const latency = await scorecardLatency(gatewayUrl, await issuer.issueToken('yidu-bureau'));
  await pause(REST_MS);
  if (deaths[0] !== undefined) throw deaths[0];
  return [
    atMost('ready after the start, on empty data', (readyAt - startedAt) / 1_000, 30, 's'),
    atMost('story of Yidu', (toldAt - readyAt) / 1_000, 60, 's'),
    ...latency,
    ...memoryAtRest(system.pids()),
  ];
}
