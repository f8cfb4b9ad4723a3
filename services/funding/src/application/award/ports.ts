import type { Fen, Page, PageRequest } from '@qianshou/kernel';
import type { AwardId, StationId } from '../../domain/ids.ts';
import type {
  AppliedAward,
  ApprovedAward,
  AwardEvent,
  AwardKind,
  AwardStatus,
  RewardAward,
} from '../../domain/award/reward-award.ts';
import type { OfStationYears, OfYear, Repository, PlaceFilter, Within } from '../reference/ports.ts';

export type AwardOrder = 'COUNTY_CODE' | 'AMOUNT';

export interface AwardFilter extends PlaceFilter {
  readonly order: AwardOrder;
  readonly kind: AwardKind | null;
  readonly amount: Within<Fen>;
  /** Neither paid nor closed; null for all. */
  readonly open: boolean | null;
  readonly stationId: StationId | null;
  readonly status: readonly AwardStatus[] | null;
}

export interface Awards extends Repository<AwardId, RewardAward, AwardEvent> {
  readonly ofYear: OfYear<RewardAward>;
  readonly ofStationYears: OfStationYears<RewardAward>;
  /** Approved and unpaid ones whose money lies in the ledger of that year. */
  readonly findBoundIn: (
    place: Pick<RewardAward, 'countyCode' | 'programme' | 'year'>,
  ) => Promise<readonly ApprovedAward[]>;
  readonly list: (filter: AwardFilter, page: PageRequest) => Promise<Page<RewardAward>>;
  /** FUN-4: what waits for the station's acceptance. */
  readonly listApplied: (stationId: StationId) => Promise<readonly AppliedAward[]>;
}
