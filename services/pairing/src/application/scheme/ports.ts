import type { Page, PageRequest, RegionCode } from '@qianshou/kernel';
import type { CooperationScheme, SchemeEvent } from '../../domain/scheme/cooperation-scheme.ts';
import type { PhaseId, SchemeId } from '../../domain/ids.ts';
import type { PhaseEvent, ProgrammePhase } from '../../domain/scheme/programme-phase.ts';
import type { Repository, Direction } from '../reference/ports.ts';

export interface Phases extends Repository<PhaseId, ProgrammePhase, PhaseEvent> {
  /** All of them, earliest first: a handful in decades. */
  readonly listAll: () => Promise<readonly ProgrammePhase[]>;
}

export interface SchemeFilter {
  readonly dispatchProvinceCode: RegionCode | null;
  readonly recipientProvinceCode: RegionCode | null;
  readonly year: number | null;
  readonly mode: CooperationScheme['mode'] | null;
  /** Those that were struck out, or those that stand. */
  readonly struck: boolean;
}

export type SchemeOrder = { readonly field: 'YEAR'; readonly direction: Direction };

export interface Schemes extends Repository<SchemeId, CooperationScheme, SchemeEvent> {
  readonly findOf: (
    recipientProvinceCodes: readonly RegionCode[],
    years: readonly number[],
  ) => Promise<readonly CooperationScheme[]>;
  readonly list: (
    filter: SchemeFilter,
    order: SchemeOrder,
    page: PageRequest,
  ) => Promise<Page<CooperationScheme>>;
}
