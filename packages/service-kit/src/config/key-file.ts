import { z } from 'zod';
import { looksRandom } from './secret-file.ts';

/** What every key of a file says of itself, whichever kind it is. */
export const keyFields = {
  id: z.string().regex(/^[\w.-]{1,64}$/, 'expected 1 to 64 letters, digits, ".", "_" or "-"'),
  development: z.boolean().default(false),
};

/** Keys of one owner, the one that signs first; an id that stands twice would hide one of them. */
export function keyList<Key extends z.ZodType<{ readonly id: string }>>(key: Key) {
  const isOnce = (keys: readonly { readonly id: string }[]): boolean =>
    new Set(keys.map(({ id }) => id)).size === keys.length;
  return z.array(key).min(1).refine(isOnce, { error: 'two keys have the same id' });
}

/** So that a rotation is one change of order: one signs, and the one before or after it lies behind. */
export const MOST_SIGNING_KEYS = 2;
export const TOO_MANY_KEYS = 'at most two keys: the one that signs and the one before or after it';

export function refuseForProduction(
  { id, development }: { readonly id: string; readonly development: boolean },
  nodeEnv: string,
): void {
  if (nodeEnv === 'production' && development)
    throw new Error(`key "${id}" is marked for development; make one for production`);
}

export function refuseGuessable(id: string, secret: Uint8Array, nodeEnv: string): void {
  if (nodeEnv === 'production' && !looksRandom(secret))
    throw new Error(`key "${id}" is not random; make one with: openssl rand -base64 32`);
}

/** The key that signs, or seals: the first. */
export function signingOf<Key>(keys: readonly Key[]): Key {
  const [signing] = keys;
  if (signing === undefined) throw new Error('there is no key to sign or seal with');
  return signing;
}
