import type { Change } from '@qianshou/kernel';

export interface Repository<Id, State, Event> {
  readonly find: (id: Id) => Promise<State | null>;
  readonly get: (id: Id) => Promise<State>;
  readonly findMany: (ids: readonly Id[]) => Promise<readonly (State | null)[]>;
  readonly save: <Saved extends State>(change: Change<Saved, Event>) => Promise<Saved>;
  /** Many different ones at once, all or none. */
  readonly saveMany: (changes: readonly Change<State, Event>[]) => Promise<void>;
}

export type Direction = 'ASC' | 'DESC';
