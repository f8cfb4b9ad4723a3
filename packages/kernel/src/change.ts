import { versionConflict } from './errors.ts';
import type { Recorded } from './recorded.ts';

/** What a decision made: the new state and the facts to tell. Saved together or not at all. */
export interface Change<State, Event> {
  readonly state: State;
  readonly events: readonly Event[];
}

/** Several changes of one object, each made of the one before, are one. */
export function oneOfEach<State extends { readonly id: string }, Event>(
  changes: readonly Change<State, Event>[],
): readonly Change<State, Event>[] {
  const alike = Map.groupBy(changes, ({ state }) => state.id);
  return [...alike.values()].flatMap((same) => {
    const last = same.at(-1);
    return last === undefined ? [] : [{ state: last.state, events: same.flatMap(({ events }) => events) }];
  });
}

/** Bookkeeping that every aggregate carries: `version` counts saved changes; 0 means not saved yet. */
export interface Versioned {
  readonly version: number;
  /** Who recorded it: the store of the kit says so of whatever is saved first. Absent in rows of before. */
  readonly recorded?: Recorded | null;
}

/** Refuses a change that was made up from an older reading; `null` means that the caller did not say. */
export function expectVersion(state: Versioned, expected: number | null | undefined): void {
  if (expected === null || expected === undefined || expected === state.version) return;
  throw versionConflict({ currentVersion: state.version, expectedVersion: expected });
}
