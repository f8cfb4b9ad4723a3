import { type Actor, notPermitted } from '@qianshou/kernel';
import { fourEyes } from './errors.ts';
import { FOUR_EYES, type FourEyesName, pairWords } from './four-eyes-pairs.ts';

/** FUN-10: whoever did the one act of a pair does not do the other, whatever other roles they hold. */
export function requireSecondPerson(
  pair: FourEyesName,
  subject: string,
  others: readonly string[],
  switched: readonly FourEyesName[] = [],
): void {
  if (!isHeld(pair, switched)) return;
  if (others.includes(subject)) throw fourEyes({ subject, pair, acts: pairWords(pair) });
}

/** As the table says, unless the county decided otherwise. */
export function isHeld(pair: FourEyesName, switched: readonly FourEyesName[]): boolean {
  return FOUR_EYES[pair].byDefault !== switched.includes(pair);
}

/** Money is never moved by nobody: the journal names who acted. */
export function subjectOf({ subject }: Actor): string {
  if (subject === null) throw notPermitted();
  return subject;
}
