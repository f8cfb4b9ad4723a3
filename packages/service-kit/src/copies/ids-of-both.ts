import type { Collection } from 'mongoose';
import type { StoredCopy } from './differences.ts';

type Copies = Pick<Collection<StoredCopy>, 'find'>;

/** The ids that are in the one or in the other, in order and a few at a time: neither is ever held as a whole. */
export async function* idsOfBoth(
  one: Copies,
  other: Copies,
  atATime: number,
): AsyncGenerator<readonly string[]> {
  let after = '';
  for (;;) {
    const [ofOne, ofOther] = await Promise.all([
      idsBehind(one, after, atATime),
      idsBehind(other, after, atATime),
    ]);
    const ids = [...new Set([...ofOne, ...ofOther])].toSorted(byCharacter).slice(0, atATime);
    const last = ids.at(-1);
    if (last === undefined) return;
    yield ids;
    after = last;
  }
}

async function idsBehind(copies: Copies, after: string, limit: number): Promise<readonly string[]> {
  const found = await copies
    .find({ _id: { $gt: after } }, { projection: { _id: 1 }, readConcern: 'majority' })
    .sort({ _id: 1 })
    .limit(limit)
    .toArray();
  return found.map(({ _id }) => _id);
}

/** As the database orders them. */
function byCharacter(a: string, b: string): number {
  return a < b ? -1 : 1;
}
