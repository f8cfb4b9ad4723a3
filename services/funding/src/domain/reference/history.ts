import type { DocumentReference } from '@qianshou/kernel';

/** What was entered of a past year (补录), as a file brings it in. */
export interface Entered {
  /** The paper that it was entered from; null or absent for what was done here. */
  readonly enteredFrom?: DocumentReference | null;
}

export type RecordOrigin = 'PLATFORM' | 'HISTORY';

export function isHistory({ enteredFrom = null }: Entered): boolean {
  return enteredFrom !== null;
}

export function originOf(entered: Entered): RecordOrigin {
  return isHistory(entered) ? 'HISTORY' : 'PLATFORM';
}
