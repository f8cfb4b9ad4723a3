import { join } from 'node:path';
import { type Issuer, openIssuer } from '../issuer/index.ts';
import { silently } from '../servers/index.ts';
import { freePorts } from '../system/free-ports.ts';
import { localSystem, type System } from '../system/system.ts';

/** A whole system for one measurement, on empty data and ports of its own. */
export interface OwnSystem {
  readonly system: System;
  readonly issuer: Issuer;
  /** @throws what one of its processes died of: what was measured then is worth nothing */
  readonly requireAlive: () => void;
}

export async function startOwnSystem(folder: string): Promise<OwnSystem> {
  const issuer = await openIssuer(join(folder, 'issuer'));
  const deaths: Error[] = [];
  const onDeath = (failure: Error): void => void deaths.push(failure);
  const system = localSystem({ folder, ports: await freePorts(), issuer, onDeath });
  await Promise.all([system.startMongod(silently), system.startKafka(silently)]);
  await Promise.all(system.processes.map(system.startProcess));
  return {
    system,
    issuer,
    requireAlive: () => {
      if (deaths[0] !== undefined) throw deaths[0];
    },
  };
}
