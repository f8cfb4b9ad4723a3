import type { Page, PageRequest, RegionCode } from '@qianshou/kernel';
import type { ExitCriterion } from '../../domain/exit/exit-readiness.ts';
import type { ExitStanding } from '../../domain/exit/exit-standing.ts';
import type { AgencyId, PairingId, SchemeId } from '../../domain/ids.ts';
import type { CountyTier } from '../../domain/county/recipient-county.ts';
import type { Direction } from '../reference/ports.ts';

export interface StandingFilter {
  readonly within: RegionCode | null;
  readonly schemeId: SchemeId | null;
  readonly countyTier: readonly CountyTier[] | null;
  readonly cycleYear: number | null;
  /** Lacking one of these. */
  readonly lacks: readonly ExitCriterion[] | null;
  /** Lacking nothing, or something. */
  readonly ready: boolean | null;
}

export interface Standings {
  readonly find: (id: PairingId) => Promise<ExitStanding | null>;
  readonly ofCounties: (codes: readonly RegionCode[]) => Promise<readonly ExitStanding[]>;
  readonly ofRecipient: (id: AgencyId) => Promise<readonly ExitStanding[]>;
  /** In the transaction of the fact that it follows from; it tells no facts of its own. */
  readonly put: (standing: ExitStanding) => Promise<void>;
  readonly drop: (id: PairingId) => Promise<void>;
  /** By how much is missing. */
  readonly list: (filter: StandingFilter, order: Direction, page: PageRequest) => Promise<Page<ExitStanding>>;
}

export interface ExitStandingPorts {
  readonly standings: Standings;
}
