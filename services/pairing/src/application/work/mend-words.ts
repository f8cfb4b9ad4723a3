import type { Pairing } from '../../domain/pairing/pairing.ts';

/** What a pairing was judged by stays when it is over: the decision is not there any more. */
export function overAlready(status: Pairing['status']): string {
  return `its pairing is ${status}, and what that was judged by stays: say it in the next evaluation or in a note of supervision`;
}

/** A copy that knows nobody was lost or not heard yet: that says nothing of the people. */
export const COPY_IS_EMPTY =
  'no worker at all is known here: hear them anew first (npm run copies -- pairing --rebuild)';
