import { AsyncLocalStorage } from 'node:async_hooks';
import { randomUUIDv7 } from 'node:crypto';
import type { Decision } from '../audit/decision.ts';
import type { RequestNotes } from './request-notes.ts';
import type { Work } from '../work/work.ts';

/** What ties a log line, a response and an event to the request or the event that caused them. */
export interface Scope {
  readonly correlationId: string;
  /** The event that is being reacted to; absent in a request. */
  readonly causationId?: string;
  readonly traceparent?: string;
  /** The request that somebody waits for; absent where nobody does. */
  readonly work?: Work;
  /** Of a request: what its answer tells beside what was asked. */
  readonly notes?: RequestNotes;
  /** Whose doing it is what is saved meanwhile; absent at start-up. */
  readonly decision?: Decision;
}

const scopes = new AsyncLocalStorage<Scope>();

export function inScope<Result>(scope: Scope, body: () => Result): Result {
  return scopes.run(scope, body);
}

/** Outside of every request and event (a job, a start-up step) each caller starts a correlation of its own. */
export function currentScope(): Scope {
  return scopes.getStore() ?? { correlationId: randomUUIDv7() };
}

const authors = new WeakMap<object, Scope>();

/** Of what is decided together with others' and saved with theirs: in whose name it is told and audited. */
export function inNameOf<Made>(scope: Scope, made: Made): Made {
  if (typeof made === 'object' && made !== null) authors.set(made, scope);
  return made;
}

/** Runs the body in the name of whoever decided this; mostly that is who is at work anyway. */
export function asItsAuthor<Result>(made: object, body: () => Result): Result {
  const author = authors.get(made);
  return author === undefined ? body() : inScope(author, body);
}
