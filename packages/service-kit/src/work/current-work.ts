import { currentScope, inScope } from '../scope/scope.ts';
import type { Work } from './work.ts';

/** The request that this code works for; none in a job, in a reaction and at start-up, which nobody waits for. */
export function currentWork(): Work | undefined {
  return currentScope().work;
}

/** For what several requests wait for: the end of one must not end it for the others. */
export function apartFromRequests<Result>(body: () => Result): Result {
  const { work: _work, ...scope } = currentScope();
  return inScope(scope, body);
}
