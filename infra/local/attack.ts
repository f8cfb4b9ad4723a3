import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { attackedSystem, type AttackedSystem } from './attack/attacked-system.ts';
import { heaviestAdmitted, hostileInputs } from './attack/hostile-inputs.ts';
import { halfOpenBodies, slowReaders } from './attack/held-connections.ts';
import { overload } from './attack/overload.ts';
import { type Measurement, tableOf } from './bench/measurement.ts';
import { runCommandLine } from './command.ts';
import { LOCAL } from './places.ts';
import { stopOwnChildren } from './servers/index.ts';
import { SetupError } from './setup-error.ts';

const REPORT = join(LOCAL, 'attack.json');

type Attack = (system: AttackedSystem) => Promise<readonly Measurement[]>;

const ATTACKS: Readonly<Record<string, Attack>> = {
  hostile: hostileInputs,
  heaviest: heaviestAdmitted,
  bodies: halfOpenBodies,
  readers: slowReaders,
  overload,
};

/**
 * `npm run attack`: attacks a system of its own, on this machine alone, for about two minutes, and says how it bore it.
 * `npm run attack -- overload` does one of the attacks. A missed goal is said, never hidden; it fails nothing.
 */
await runCommandLine(async () => {
  const names = process.argv.slice(2);
  const unknown = names.filter((name) => ATTACKS[name] === undefined);
  if (unknown.length > 0)
    throw new SetupError(`There is no attack ${unknown.join(', ')}.`, [
      `attacks: ${Object.keys(ATTACKS).join(', ')}; none named: all of them`,
    ]);
  const folder = join(LOCAL, `attack-${process.pid}`);
  mkdirSync(folder, { recursive: true });
  try {
    console.log('Starting a system of its own …');
    const system = await attackedSystem(folder);
    const measurements: Measurement[] = [];
    for (const [name, attack] of Object.entries(ATTACKS)) {
      if (names.length > 0 && !names.includes(name)) continue;
      console.log(`Attacking: ${name} …`);
      measurements.push(...(await attack(system)));
    }
    console.log(tableOf(measurements));
    writeFileSync(REPORT, `${JSON.stringify({ at: new Date().toISOString(), measurements }, null, 2)}\n`);
    console.log(`The same as JSON: ${REPORT}`);
    return 0;
  } finally {
    await stopOwnChildren();
    rmSync(folder, { recursive: true, force: true });
  }
});
