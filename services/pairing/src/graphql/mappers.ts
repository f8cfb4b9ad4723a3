import type { CalendarDate, RegionCode } from '@qianshou/kernel';
import type { RegionFigures } from '@qianshou/service-kit/figures';
import type { Connection } from '@qianshou/service-kit/graphql';
import type { Rate } from './generated/resolvers.ts';
import type { Agency } from '../domain/agency/agency.ts';
import type { ExitStanding } from '../domain/exit/exit-standing.ts';
import type { CooperationScheme } from '../domain/scheme/cooperation-scheme.ts';
import type { PairingApplication } from '../domain/application/pairing-application.ts';
import type { PairingId } from '../domain/ids.ts';
import type { Pairing } from '../domain/pairing/pairing.ts';
import type { DispatchAssignment } from '../domain/work/dispatch-assignment.ts';
import type { PairingEvaluation } from '../domain/work/pairing-evaluation.ts';
import type { PairingTarget } from '../domain/work/pairing-target.ts';
import type { ProgressReport } from '../domain/work/progress-report.ts';
import type { PublicityItem } from '../domain/work/publicity-item.ts';
import type { SupervisionNote } from '../domain/work/supervision-note.ts';
import type { SupportActivity } from '../domain/work/support-activity.ts';
import type { RecipientCounty } from '../domain/county/recipient-county.ts';

/** A region is station's; here it is a key on which this service's fields hang. */
export interface RegionStub {
  readonly code: RegionCode;
}

/** The region beside the projection of events; no figures yet means that nothing happened there yet. */
export interface PairingFiguresParent {
  readonly code: RegionCode;
  readonly kept: RegionFigures | null;
}

/** A year of a region or of a scheme. */
export interface PairingYearParent {
  readonly of: 'REGION' | 'SCHEME';
  readonly year: number;
  readonly kept: RegionFigures | null;
}

/** The label and the number beside it are the same everywhere. */
export interface MinimumDaysParent {
  readonly reached: Rate;
}

export type AgencyPage = Connection<Agency>;
export type SchemePage = Connection<CooperationScheme>;
export type ApplicationPage = Connection<PairingApplication>;
export type PairingPage = Connection<Pairing>;
export type ExitStandingPage = Connection<ExitStanding>;
export type CountyPage = Connection<RecipientCounty>;
export type DispatchAssignmentPage = Connection<DispatchAssignment>;
export type PairingEvaluationPage = Connection<PairingEvaluation>;
export type PairingTargetPage = Connection<PairingTarget>;
export type ProgressReportPage = Connection<ProgressReport>;
export type PublicityItemPage = Connection<PublicityItem>;
export type SupervisionNotePage = Connection<SupervisionNote>;
export type SupportActivityPage = Connection<SupportActivity>;

/** A pairing on the list of those to look at, by the reason that put it there. */
export interface PairingToSuperviseParent {
  readonly pairingId: PairingId;
  readonly dueOn: CalendarDate;
}

export type PairingToSupervisePage = Connection<PairingToSuperviseParent>;
