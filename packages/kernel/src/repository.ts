import type { Change } from './change.ts';

/** What a use case needs of the objects of one kind: to find them, and to save what was decided about them. */
export interface Repository<Id, State, Event> {
  readonly find: (id: Id) => Promise<State | null>;
  readonly get: (id: Id) => Promise<State>;
  readonly findMany: (ids: readonly Id[]) => Promise<readonly (State | null)[]>;
  readonly save: <Saved extends State>(change: Change<Saved, Event>) => Promise<Saved>;
}

/** Of a kind whose objects are also changed by the thousand. */
export interface RepositoryOfMany<Id, State, Event> extends Repository<Id, State, Event> {
  /** Many different ones at once, all or none. */
  readonly saveMany: (changes: readonly Change<State, Event>[]) => Promise<void>;
}
