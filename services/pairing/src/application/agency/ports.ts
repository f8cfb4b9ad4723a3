import type { NameQuery, Page, PageRequest, RegionCode, UnifiedSocialCreditCode } from '@qianshou/kernel';
import type { Agency, AgencyEvent } from '../../domain/agency/agency.ts';
import type { AgencyId } from '../../domain/ids.ts';
import type { Repository, Direction } from '../reference/ports.ts';

export interface AgencyFilter {
  readonly within: RegionCode | null;
  readonly status: readonly Agency['status'][] | null;
  readonly canDispatch: boolean | null;
  readonly canReceive: boolean | null;
  readonly canOperate: boolean | null;
  readonly evaluationGrade: readonly Agency['evaluationGrade'][] | null;
  readonly focusArea: string | null;
  /** How the name begins. */
  readonly name: NameQuery | null;
}

export interface AgencyOrder {
  readonly field: 'HOME_REGION_CODE' | 'NAME' | 'REGISTERED_ON';
  readonly direction: Direction;
}

export interface Agencies extends Repository<AgencyId, Agency, AgencyEvent> {
  readonly findByCreditCode: (code: UnifiedSocialCreditCode) => Promise<Agency | null>;
  readonly findByCreditCodes: (codes: readonly UnifiedSocialCreditCode[]) => Promise<readonly Agency[]>;
  readonly list: (filter: AgencyFilter, order: AgencyOrder, page: PageRequest) => Promise<Page<Agency>>;
}
