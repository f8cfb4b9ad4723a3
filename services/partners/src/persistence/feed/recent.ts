import type { FeedEntry } from '../../application/feed/ports.ts';

const MOST = 2_000;

/** The end of the log as this process took it: who listens reads it from memory, however many they are. */
export function recentEntries() {
  let kept: readonly FeedEntry[] = [];
  return {
    add: (entries: readonly FeedEntry[]): void => {
      const [first] = entries;
      if (first === undefined) return;
      // Another process may have taken what lies between: what is kept has no gaps.
      const goesOn = kept.at(-1)?.seq === first.seq - 1;
      kept = [...(goesOn ? kept : []), ...entries].slice(-MOST);
    },
    /** Null where it does not reach so far back. */
    read: (after: number, limit: number): readonly FeedEntry[] | null => {
      const [first] = kept;
      if (first === undefined || first.seq > after + 1) return null;
      const from = after + 1 - first.seq;
      // Behind its end another process may have taken more.
      return from >= kept.length ? null : kept.slice(from, from + limit);
    },
  };
}
