import type { EventType } from '@qianshou/events';
import type { Subscriptions } from '../inbox/subscriptions.ts';

/**
 * What a service keeps of others' facts. A reaction either feeds a copy, and can be run again from the owner's log
 * whenever a copy is in doubt, or it is a deed: a decision on the service's own data, which is made once.
 */
export interface CopiesOfOthers {
  /** What is copied, and the collection that keeps it. */
  readonly kept: Readonly<Record<string, string>>;
  readonly fedBy: readonly EventType[];
  readonly deeds: readonly EventType[];
}

/** Reactions of which nobody has said whether they feed a copy. */
export function undecidedReactions(
  { fedBy, deeds }: CopiesOfOthers,
  { handlers }: Subscriptions,
): readonly string[] {
  const named = new Set<string>([...fedBy, ...deeds]);
  return [...handlers.keys()].filter((type) => !named.has(type));
}
