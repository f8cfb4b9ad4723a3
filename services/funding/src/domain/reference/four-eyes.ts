import { type Actor, notPermitted } from '@qianshou/kernel';
import { fourEyes } from './errors.ts';

/** FUN-10: whoever asked for money neither approves it nor pays it out, whatever other roles they hold. */
export function requireSecondPerson(subject: string, askers: readonly string[]): void {
  if (askers.includes(subject)) throw fourEyes({ subject });
}

/** Money is never moved by nobody: the journal names who acted. */
export function subjectOf({ subject }: Actor): string {
  if (subject === null) throw notPermitted();
  return subject;
}
