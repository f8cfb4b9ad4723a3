import { notKnownYet, type RegionCode } from '@qianshou/kernel';
import { classOrganiserIsNoOperator, classOrganiserRunsNothing } from '../errors.ts';
import type { AgencyId } from '../ids.ts';

/** What this service's rules read of an agency; pairing owns it, events feed this copy. */
export interface AgencyReplica {
  readonly id: AgencyId;
  /** Absent in copies made before it was kept. */
  readonly name?: string | null;
  /** As pairing names it: ACTIVE, SUSPENDED, STRUCK_OFF, or what a newer build of it adds. Only ACTIVE may. */
  readonly status: string;
  readonly canOperate: boolean;
  readonly canReceive: boolean;
}

export interface OperatorFacts {
  readonly agencyId: AgencyId;
  readonly agency: AgencyReplica | null;
  readonly countyCode: RegionCode;
  /** It runs at least one station, or the guidance centre, of the county. */
  readonly operatesThere: boolean;
}

/** TRA-2: whoever organises pre-job training operates stations of that county. */
export function mayOrganisePreJob({ agencyId, agency, countyCode, operatesThere }: OperatorFacts): void {
  if (agency === null) throw notKnownYet({ what: { en: 'agency', zh: '机构' }, id: agencyId });
  if (agency.status !== 'ACTIVE' || !agency.canOperate) {
    throw classOrganiserIsNoOperator({ agencyId, agencyName: agency.name ?? agencyId });
  }
  if (operatesThere) return;
  throw classOrganiserRunsNothing({ agencyId, agencyName: agency.name ?? agencyId, countyCode });
}
