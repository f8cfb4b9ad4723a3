import { readFileSync } from 'node:fs';
import { z } from 'zod';

/** 32 random bytes hold about 30 different values; a pass phrase, a repeated byte or zeros hold far fewer. */
const FEWEST_DISTINCT = 16;

export function looksRandom(secret: Uint8Array): boolean {
  return new Set(secret).size >= FEWEST_DISTINCT;
}

/**
 * Reads a JSON file of keys. Says which file is wrong and why; a zod message names the place, never the value, so no
 * secret reaches a log.
 */
export function readSecrets<Secrets>(file: string, parse: (content: unknown) => Secrets): Secrets {
  try {
    const content: unknown = JSON.parse(readFileSync(file, 'utf8'));
    return parse(content);
  } catch (error) {
    throw new Error(`The keys in ${file} cannot be used: ${reasonOf(error)}`, { cause: error });
  }
}

function reasonOf(error: unknown): string {
  if (error instanceof z.ZodError) return z.prettifyError(error);
  // The text of a JSON error quotes what it could not read, which may be half a secret.
  if (error instanceof SyntaxError) return 'not valid JSON';
  return error instanceof Error ? error.message : 'unknown';
}
