import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Issuer } from './issuer.ts';
import { readMemory } from './memory.ts';
import { findPersona } from './personas.ts';

/** In the folder of what a start leaves behind. */
export const EXPLORER_PERSONAS = 'explorer-personas.json';

/** One of each office, of each kind of agency, and a worker. */
const SHOWN = [
  'yidu-bureau',
  'station-head-420581103',
  'yidu-finance',
  'guidance-centre',
  'operator-1',
  'worker-1',
  'fujian-province',
  'fujian-agency-1',
  'ningxia-province',
  'ningxia-agency-1',
  'project-office',
  'evaluator',
  'analyst',
  'partner',
  'admin',
];

/** Whom the explorer may ask as. Written once the story has told which agency or worker a persona is. */
export async function tellExplorer(issuer: Issuer, folder: string): Promise<void> {
  const memory = readMemory();
  const personas = await Promise.all(
    SHOWN.map(async (name) => ({
      name,
      about: findPersona(name, memory)?.about ?? '',
      token: await issuer.issueToken(name),
    })),
  );
  writeFileSync(join(folder, EXPLORER_PERSONAS), JSON.stringify(personas), { mode: 0o600 });
}
