import { createHmac } from 'node:crypto';
import { chinaDay, PUBLIC_ACTOR } from '@qianshou/kernel';
import type { KeyRing } from '@qianshou/service-kit/identity';
import { boundedMemo } from './bounded-memo.ts';
import { callerOf, PUBLIC_CALLER, type Caller } from './caller.ts';
import { addressKey } from './load/caller-key.ts';

/** Whoever did not sign in, told apart by where they come from. */
export type StrangerFrom = (address: string) => Caller;

/** Strangers of one address ask more than once; what is said of them is signed anew each time, and made once. */
const REMEMBERED = { most: 10_000 };

/**
 * Services count per address without ever seeing one: they are told a keyed hash of it that is another one tomorrow.
 * All gateways have the same key, so an address is the same at each of them.
 */
export function strangers(keyRings: ReadonlyMap<string, KeyRing>): StrangerFrom {
  const [ring] = [...keyRings].toSorted(([one], [other]) => (one < other ? -1 : 1)).map(([, found]) => found);
  if (ring === undefined) return () => PUBLIC_CALLER;
  const remembered = boundedMemo<string, Caller>(REMEMBERED);
  return (address) => {
    const text = `origin\n${chinaDay(new Date())}\n${addressKey(address)}`;
    return remembered(text, () => {
      const hash = createHmac('sha256', ring.signing.secret).update(text).digest('base64url');
      return callerOf({ ...PUBLIC_ACTOR, origin: hash.slice(0, 22) });
    });
  };
}
