import { type Actor, notPermitted } from '@qianshou/kernel';
import { fourEyes } from './errors.ts';
import { type FourEyesName, pairWords } from './four-eyes-pairs.ts';

/** FUN-10: whoever did the one act of a pair does not do the other, whatever other roles they hold. */
export function requireSecondPerson(pair: FourEyesName, subject: string, others: readonly string[]): void {
  if (others.includes(subject)) throw fourEyes({ subject, pair, acts: pairWords(pair) });
}

/** Money is never moved by nobody: the journal names who acted. */
export function subjectOf({ subject }: Actor): string {
  if (subject === null) throw notPermitted();
  return subject;
}
