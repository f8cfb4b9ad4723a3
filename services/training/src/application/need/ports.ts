import type { Page, PageRequest, RegionCode } from '@qianshou/kernel';
import type { AgencyId, PostingId, WorkerId } from '../../domain/ids.ts';
import type { Reach } from '../../domain/policy.ts';
import type { TrainingKind } from '../../domain/programme/programme.ts';
import type { OpenClass, TrainingClass } from '../../domain/class/class-state.ts';
import type { NeedKind, TrainingNeed } from '../../domain/need/training-need.ts';

export interface NeedFilter {
  readonly kind: readonly TrainingKind[] | null;
  readonly within: RegionCode | null;
  readonly agencyId: AgencyId | null;
  readonly workerId: WorkerId | null;
}

export interface Needs {
  readonly put: (...needs: readonly TrainingNeed[]) => Promise<void>;
  readonly remove: (kind: NeedKind, ...postingIds: readonly PostingId[]) => Promise<void>;
  /** Of each of these workers the need that this class answers, if there is one. */
  readonly listPreJobOf: (
    workerIds: readonly WorkerId[],
    group: TrainingClass,
  ) => Promise<readonly TrainingNeed[]>;
  /** Of these classes those that somebody waits for. */
  readonly awaitedAmong: (groups: readonly OpenClass[]) => Promise<readonly OpenClass[]>;
  /** Those that this class would answer; TRA-7: certified locals, then nearest deadline, then longest wait. */
  readonly listFor: (group: OpenClass, most: number) => Promise<readonly TrainingNeed[]>;
  readonly list: (filter: NeedFilter, reach: Reach, page: PageRequest) => Promise<Page<TrainingNeed>>;
}
