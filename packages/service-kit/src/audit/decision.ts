import { type Actor, type Role, SYSTEM_ACTOR } from '@qianshou/kernel';

/** Whose doing it is that something is saved, while a request, an event or a job is worked off. */
export interface Decision {
  /** The operation of the graph, the type of the event that is reacted to, or the job. */
  readonly operation: string;
  readonly actor: Actor;
  /** Those that the operation admits. */
  readonly roles: readonly Role[];
  readonly reason: string | null;
  /** SHA-256 of the documents that the request names. */
  readonly documents: readonly string[];
  /** By the clock of the service. */
  readonly at: Date;
  /** An entry about it is written, in the transaction of what it says. */
  readonly told: () => void;
}

/** What nobody asked for: a reaction to an event, a job. */
export function byThePlatform(operation: string): Decision {
  return {
    operation,
    actor: SYSTEM_ACTOR,
    roles: [],
    reason: null,
    documents: [],
    at: new Date(),
    told: () => {},
  };
}
