import type { NameQuery, Page, PageRequest, RegionCode, UnifiedSocialCreditCode } from '@qianshou/kernel';
import type { Agency } from '../../domain/agency/agency.ts';
import type { AgencyEvent } from '../../domain/agency/agency-events.ts';
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
  /** By the codes asked for: that of an entry that was merged leads to the agency that was kept. */
  readonly findByCreditCodes: (
    codes: readonly UnifiedSocialCreditCode[],
  ) => Promise<ReadonlyMap<UnifiedSocialCreditCode, Agency>>;
  /** The entry itself, also one that was merged; everything else follows it to the agency that was kept. */
  readonly getEntry: (id: AgencyId) => Promise<Agency>;
  /** What names the one agency here names the other from now on. */
  readonly moveReferences: (from: AgencyId, to: AgencyId) => Promise<void>;
  readonly list: (filter: AgencyFilter, order: AgencyOrder, page: PageRequest) => Promise<Page<Agency>>;
}
