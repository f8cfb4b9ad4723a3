import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { LOCAL } from '../places.ts';
import { NOTHING_LEARNED, type PersonaMemory } from './personas.ts';

/** A test run names a file of its own and leaves the personas of a running system alone. */
const memoryFile = (): string => process.env['QIANSHOU_STORY_FILE'] ?? join(LOCAL, 'story.json');

/** Written by the story, read for every token: a persona keeps its agency over restarts. */
export function readMemory(file = memoryFile()): PersonaMemory {
  try {
    return { ...NOTHING_LEARNED, ...(JSON.parse(readFileSync(file, 'utf8')) as Partial<PersonaMemory>) };
  } catch {
    return NOTHING_LEARNED;
  }
}

/** From now on the persona's tokens are those of this agency. */
export function rememberAgency(persona: string, agencyId: string, file = memoryFile()): void {
  const memory = readMemory(file);
  write({ ...memory, agencies: { ...memory.agencies, [persona]: agencyId } }, file);
}

/** From now on the persona's tokens are those of this worker. */
export function rememberWorker(persona: string, workerId: string, file = memoryFile()): void {
  const memory = readMemory(file);
  write({ ...memory, workers: { ...memory.workers, [persona]: workerId } }, file);
}

function write(memory: PersonaMemory, file: string): void {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(`${file}.new`, `${JSON.stringify(memory, null, 2)}\n`);
  renameSync(`${file}.new`, file);
}
