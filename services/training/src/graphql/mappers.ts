import type { RegionCode } from '@qianshou/kernel';
import type { RegionFigures } from '@qianshou/service-kit/figures';
import type { Connection } from '@qianshou/service-kit/graphql';
import type { TrainingCertificate } from '../domain/certificate/training-certificate.ts';
import type { Enrolment } from '../domain/class/enrolment-state.ts';
import type { AgencyId, PostingId, ProgrammeId, StationId, WorkerId } from '../domain/ids.ts';
import type { TrainingSums } from './generated/resolvers.ts';
import type { Programme } from '../domain/programme/programme.ts';
import type { TrainingClass } from '../domain/class/class-state.ts';
import type { ExamOutcome } from '../domain/exam/exam-outcome.ts';
import type { SupervisionSession } from '../domain/supervision/supervision-session.ts';
import type { TrainingSession } from '../domain/session/training-session.ts';
import type { TrainingNeed } from '../domain/need/training-need.ts';

/** Regions are station's; here one is a key on which this service's figures hang. */
export interface RegionStub {
  readonly code: RegionCode;
}

/** Agencies are pairing's. */
export interface AgencyStub {
  readonly id: AgencyId;
}

/** Stations are station's. */
export interface StationStub {
  readonly id: StationId;
}

/** Workers and postings are personnel's. */
export interface WorkerStub {
  readonly id: WorkerId;
}

export interface PostingStub {
  readonly id: PostingId;
}

/** No figures yet means that nothing happened there yet. */
export interface TrainingFiguresParent {
  readonly kept: RegionFigures | null;
}

/** Sums of a programme that somebody may not have in one read with its name. */
export interface ProgrammeSums {
  readonly programmeId: ProgrammeId;
  readonly sums: TrainingSums;
}

export type EnrolmentPage = Connection<Enrolment>;
export type ProgrammePage = Connection<Programme>;
export type TrainingClassPage = Connection<TrainingClass>;
export type ExamOutcomePage = Connection<ExamOutcome>;
export type SupervisionSessionPage = Connection<SupervisionSession>;
export type TrainingSessionPage = Connection<TrainingSession>;
export type TrainingCertificatePage = Connection<CertificateParent>;
export type TrainingNeedPage = Connection<TrainingNeed>;

/** A certificate, and whether its number came with the question. */
export type CertificateParent = TrainingCertificate & { readonly askedByNumber?: boolean };
