import { takeIn } from './feed/take-in.ts';
import type { Answering } from './question/answering.ts';
import { askGroups } from './question/ask-groups.ts';
import { askRows } from './question/ask-rows.ts';

/** Everything the service can do, with its ports filled in. */
export function insightUseCases(ports: Answering) {
  return {
    askGroups: askGroups(ports),
    askRows: askRows(ports),
    known: ports.store.known,
    takeIn: takeIn(ports),
  };
}

export type UseCases = ReturnType<typeof insightUseCases>;
