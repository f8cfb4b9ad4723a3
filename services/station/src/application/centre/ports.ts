import type { NameQuery, Page, PageRequest, RegionCode } from '@qianshou/kernel';
import type { Repository } from '../reference/ports.ts';
import type { CentreEvent, GuidanceCentre } from '../../domain/centre/guidance-centre.ts';
import type { CentreId } from '../../domain/ids.ts';

export interface CentreFilter {
  readonly within: RegionCode | null;
  readonly name: NameQuery | null;
  readonly status: readonly GuidanceCentre['status'][] | null;
}

export interface Centres extends Repository<CentreId, GuidanceCentre, CentreEvent> {
  readonly list: (filter: CentreFilter, page: PageRequest) => Promise<Page<GuidanceCentre>>;
  /** The centre that each county has now, in the order asked for; a closed one is none. */
  readonly findByCounties: (codes: readonly RegionCode[]) => Promise<readonly (GuidanceCentre | null)[]>;
}
