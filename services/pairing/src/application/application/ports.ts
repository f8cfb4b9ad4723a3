import type { Page, PageRequest, RegionCode } from '@qianshou/kernel';
import type { AgencyId, ApplicationId, SchemeId } from '../../domain/ids.ts';
import type { ApplicationEvent, PairingApplication } from '../../domain/application/pairing-application.ts';
import type { ApplicationScope } from '../../domain/application/policy.ts';
import type { Repository, Direction } from '../reference/ports.ts';

export interface ApplicationFilter {
  readonly schemeId: SchemeId | null;
  readonly status: readonly PairingApplication['status'][] | null;
  readonly within: RegionCode | null;
  readonly dispatchingAgencyId: AgencyId | null;
  readonly recipientAgencyId: AgencyId | null;
  /** Whose applications the reader may see; null for all. */
  readonly scope: ApplicationScope | null;
}

export interface Applications extends Repository<ApplicationId, PairingApplication, ApplicationEvent> {
  /** In the order in which they were handed in. */
  readonly list: (
    filter: ApplicationFilter,
    order: Direction,
    page: PageRequest,
  ) => Promise<Page<PairingApplication>>;
}
