import type { Pairing } from '../../domain/pairing/pairing.ts';

/** What a pairing was judged by stays when it is over: the decision is not there any more. */
export function overAlready(status: Pairing['status']): string {
  return `its pairing is ${status}, and what that was judged by stays: say it in the next evaluation or in a note of supervision`;
}
