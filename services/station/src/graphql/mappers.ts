import type { RegionCode } from '@qianshou/kernel';
import type { RegionFigures } from '@qianshou/service-kit/figures';
import type { Connection } from '@qianshou/service-kit/graphql';
import type { ListedCheck } from '../domain/station/acceptance-check.ts';
import type { Activity } from '../domain/station/activity.ts';
import type { Complaint } from '../domain/complaint/complaint.ts';
import type { CountyPolicy } from '../domain/county/county-policy.ts';
import type { GuidanceCentre } from '../domain/centre/guidance-centre.ts';
import type { AgencyId } from '../domain/ids.ts';
import type { CheckedBy } from '../domain/reference/checked-objects.ts';
import type { NodeId } from '../domain/reference/node.ts';
import type { Region } from '../domain/reference/region.ts';
import type { RegionSuccession } from '../domain/region/region-succession.ts';
import type { Station } from '../domain/station/station.ts';
import type { StationEvaluation } from '../domain/evaluation/station-evaluation.ts';
import type { ServiceRecord } from '../domain/service-record/service-record.ts';
import type { StationVisit } from '../domain/supervision/station-visit.ts';
import type { VillageRoom } from '../domain/village-room/village-room.ts';

/** A region by its code alone, as other subgraphs refer to it; its fields load the rest when they are asked for. */
export interface RegionParent {
  readonly code: RegionCode;
}

/** An agency is pairing's; here it is a key on which this service's fields hang. */
export interface AgencyStub {
  readonly id: AgencyId;
}

/** Whatever its id names; another service's is no more than that here. */
export interface NodeParent {
  readonly id: NodeId;
  /** Of a region. */
  readonly code?: RegionCode;
}

/** A key on which the owner of the object answers. */
export interface ActionCheckParent {
  readonly objectId: string;
  readonly action: string;
  readonly checkedBy: CheckedBy;
}

/** The region's own facts beside the projection of events; no figures yet means that nothing happened there yet. */
export interface StationFiguresParent {
  readonly region: Region;
  readonly kept: RegionFigures | null;
  /** STA-12: whether the caller reads the records themselves, so that no cell is left out. */
  readonly whole: boolean;
}

export type AcceptanceCheckPage = Connection<ListedCheck>;
export type ActivityPage = Connection<Activity>;
export type CountyPolicyPage = Connection<CountyPolicy>;
export type EvaluationPage = Connection<StationEvaluation>;
export type ServiceRecordPage = Connection<ServiceRecord>;
export type CentrePage = Connection<GuidanceCentre>;
export type ComplaintPage = Connection<Complaint>;
export type StationPage = Connection<Station>;
export type RegionPage = Connection<RegionParent>;
export type RegionSuccessionPage = Connection<RegionSuccession>;
export type StationVisitPage = Connection<StationVisit>;
export type VillageRoomPage = Connection<VillageRoom>;
