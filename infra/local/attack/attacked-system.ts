import { join } from 'node:path';
import { residentMegabytes } from '../bench/memory.ts';
import { openIssuer } from '../issuer/index.ts';
import { silently } from '../servers/index.ts';
import { freePorts } from '../system/free-ports.ts';
import { localSystem } from '../system/system.ts';

/** What is attacked: always the system that this command started, which listens on the loopback address alone. */
export interface AttackedSystem {
  readonly url: URL;
  /** Megabytes that the gateway holds in memory. */
  readonly gatewayMemory: () => number;
}

/** Callers are told apart by address, and all attacks come from this machine: each names another one. */
const SETTINGS = { gateway: { TRUSTED_PROXIES: '127.0.0.1' } };
const REST_MS = 3_000;

export async function attackedSystem(folder: string): Promise<AttackedSystem> {
  const issuer = await openIssuer(join(folder, 'issuer'));
  const onDeath = (failure: Error): void => console.error(failure.message);
  const system = localSystem({ folder, ports: await freePorts(), issuer, onDeath, settings: SETTINGS });
  await Promise.all([system.startMongod(silently), system.startKafka(silently)]);
  await Promise.all(system.processes.map(system.startProcess));
  await new Promise((resolve) => setTimeout(resolve, REST_MS));
  return {
    url: new URL(system.gatewayUrl),
    gatewayMemory: () => residentMegabytes(system.pids()['gateway'] ?? 0),
  };
}
