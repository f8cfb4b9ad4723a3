import type { CalendarDate } from '@qianshou/kernel';
import type { Scope } from '../../domain/access/scope.ts';
import type { Cell, KeptVersion, RowChange, RowVersion } from '../../domain/dataset/version.ts';
import type { CountedGroup } from '../../domain/question/groups.ts';
import type { GroupsQuestion, RowsQuestion } from '../../domain/question/question.ts';

/** How far a partition of a log was read: the offset that comes next. */
export interface LogPlace {
  readonly topic: string;
  readonly partition: number;
  readonly next: bigint;
}

/** What the store knows, and since when. */
export interface Known {
  /** The moment of the latest event that was taken in; null before the first. */
  readonly toldUpTo: Date | null;
  /** The day of the first event. */
  readonly from: CalendarDate | null;
  /** Grows with every event that is taken in. */
  readonly position: number;
}

export interface FoundRow {
  readonly key: string;
  readonly cells: Readonly<Record<string, Cell>>;
}

/** Where a page of rows begins: after a key, or after so many where they have another order. */
export type RowsPlace =
  | { readonly is: 'START' }
  | { readonly is: 'AFTER_KEY'; readonly key: string }
  | { readonly is: 'AFTER_ROWS'; readonly rows: number };

export interface Asking {
  readonly scope: Scope;
  readonly signal: AbortSignal;
}

/**
 * Where facts lie as analysts ask for them. Derived: made of the logs, and thrown away without loss. Versions are only
 * ever added; together with the places of the logs that they were read from.
 */
export interface InsightStore {
  /** Of this file: another one reads the logs from their beginning. */
  readonly epoch: () => Promise<string>;
  readonly places: () => Promise<readonly LogPlace[]>;
  readonly latest: (dataset: string, keys: readonly string[]) => Promise<ReadonlyMap<string, KeptVersion>>;
  readonly append: (
    versions: ReadonlyMap<string, readonly RowVersion[]>,
    places: readonly LogPlace[],
    toldUpTo: Date | null,
  ) => Promise<void>;
  readonly known: () => Promise<Known>;
  readonly sizeOf: (dataset: string) => number;
  readonly groups: (question: GroupsQuestion, asking: Asking) => Promise<readonly CountedGroup[]>;
  readonly rows: (
    question: RowsQuestion,
    asking: Asking & { readonly from: RowsPlace },
  ) => Promise<readonly FoundRow[]>;
  readonly countRows: (question: RowsQuestion, asking: Asking) => Promise<number>;
  readonly close: () => Promise<void>;
}

/** What was read of a log: the changes that events make, and where they end. */
export interface ReadLog {
  readonly changes: readonly RowChange[];
  readonly places: readonly LogPlace[];
  readonly toldUpTo: Date | null;
}
