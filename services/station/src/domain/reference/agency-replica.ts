import { type RegionCode, termOf } from '@qianshou/kernel';
import { operatorNotEligible } from './errors.ts';
import type { AgencyId } from '../ids.ts';

/** What this service's rules read of an agency; pairing owns it, events feed this copy. */
export interface AgencyReplica {
  readonly id: AgencyId;
  readonly name: string;
  /** By which imported tables name it; null where pairing told of it before 2026-11. */
  readonly creditCode: string | null;
  readonly homeRegionCode: RegionCode;
  readonly canOperate: boolean;
  /** As pairing names it: ACTIVE, SUSPENDED, STRUCK_OFF, or what a newer build of it adds. Only ACTIVE may. */
  readonly status: string;
}

/** Only an active agency that is registered as an operator (承接机构) is given a station or a centre. */
export function mayOperate(agency: AgencyReplica): void {
  if (agency.status === 'ACTIVE' && agency.canOperate) return;
  const status = termOf('AgencyStatus', agency.status);
  throw operatorNotEligible({ agencyId: agency.id, status, canOperate: agency.canOperate });
}
