import type { Clock, NewId, UnitOfWork } from '@qianshou/kernel';
import type {
  Agencies,
  Workers,
  OperatedSites,
  Helpers,
  Policies,
  RecipientCounties,
} from './reference/ports.ts';
import type { Programmes } from './programme/ports.ts';
import type { Classes, Enrolments } from './class/ports.ts';
import type { CertificateChecks, Certificates, LookUps } from './certificate/ports.ts';
import type { Needs } from './need/ports.ts';
import type { ExamOutcomes } from './exam/ports.ts';
import type { HoursOfYears } from './hours/ports.ts';
import type { Supervisions } from './supervision/ports.ts';
import type { Sessions } from './session/ports.ts';

export interface Ports {
  readonly programmes: Programmes;
  readonly classes: Classes;
  readonly enrolments: Enrolments;
  readonly certificates: Certificates;
  readonly lookUps: LookUps;
  readonly certificateChecks: CertificateChecks;
  readonly needs: Needs;
  readonly examOutcomes: ExamOutcomes;
  readonly hoursOfYears: HoursOfYears;
  readonly sessions: Sessions;
  readonly supervisions: Supervisions;
  readonly helpers: Helpers;
  readonly policies: Policies;
  readonly agencies: Agencies;
  readonly workers: Workers;
  readonly operatedSites: OperatedSites;
  readonly recipientCounties: RecipientCounties;
  readonly unitOfWork: UnitOfWork;
  readonly clock: Clock;
  readonly newId: NewId;
}
