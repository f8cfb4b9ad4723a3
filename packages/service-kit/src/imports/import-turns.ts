import type { ImportRun } from './import-run.ts';

/** Imports that are worked off at once, by a process of the service. */
const MOST_AT_ONCE = 6;
/** Of those, how many may be large: the other places are for files that are done in a moment. */
const MOST_LARGE = 3;
const MOST_LARGE_OF_ONE = 2;
const MOST_SMALL_OF_ONE = 4;
const LARGE = 1024 * 1024;
/** A large file works at least so long before it makes room for another that waits. */
const TURN_MS = 10_000;

/** An import that is being worked off. */
export interface Turn {
  readonly run: ImportRun;
  readonly since: number;
}

/** Who begins now: small files before large ones, of those who have least at work, who waits longest first. */
export function nextTurns(waiting: readonly ImportRun[], atWork: readonly Turn[]): readonly ImportRun[] {
  const running = atWork.map(({ run }) => run);
  const begun: ImportRun[] = [];
  const queue = waiting.filter(({ id }) => running.every((run) => run.id !== id));
  for (;;) {
    const held = [...running, ...begun];
    const next = queue
      .filter((run) => !begun.includes(run) && hasPlace(run, held))
      .toSorted((a, b) => rank(a, held) - rank(b, held))[0];
    if (next === undefined) return begun;
    begun.push(next);
  }
}

/** Who makes room after the rows at hand: the large file that has worked longest, where another large one waits. */
export function turnOver(
  waiting: readonly ImportRun[],
  atWork: readonly Turn[],
  now: number,
): Turn | undefined {
  const kept = new Set(atWork.map(({ run }) => run.id));
  if (!waiting.some((run) => isLarge(run) && !kept.has(run.id))) return undefined;
  return atWork
    .filter(({ run, since }) => isLarge(run) && now - since >= TURN_MS)
    .toSorted((a, b) => a.since - b.since)[0];
}

function hasPlace(run: ImportRun, held: readonly ImportRun[]): boolean {
  const alike = held.filter((each) => isLarge(each) === isLarge(run));
  const own = alike.filter((each) => isOwn(each, run)).length;
  if (held.length >= MOST_AT_ONCE) return false;
  return isLarge(run) ? alike.length < MOST_LARGE && own < MOST_LARGE_OF_ONE : own < MOST_SMALL_OF_ONE;
}

function rank(run: ImportRun, held: readonly ImportRun[]): number {
  return (isLarge(run) ? MOST_AT_ONCE : 0) + held.filter((each) => isOwn(each, run)).length;
}

function isOwn(a: ImportRun, b: ImportRun): boolean {
  return a.owner.subject === b.owner.subject;
}

function isLarge({ sizeBytes }: ImportRun): boolean {
  return sizeBytes > LARGE;
}
