import type { Clock, NewId, UnitOfWork } from '@qianshou/kernel';
import type { Agencies, Stations, Centres, Policies, DesignatedCounties } from './reference/ports.ts';
import type { Postings } from './posting/ports.ts';
import type { ClocksOfPersons, Deadlines } from './clock/ports.ts';
import type { CreditedHours } from './registration/ports.ts';
import type { PersonalDataReadings } from './people/ports.ts';
import type { TransferQuestions, TransferRequests } from './transfer/ports.ts';
import type { Renewals } from './renewal/ports.ts';
import type { RecruitmentNotices } from './recruitment/ports.ts';
import type {
  SocialWorkers,
  PersonalVault,
  DisclosureLog,
  PersonalDataBudget,
  IdentityCases,
} from './worker/ports.ts';

export interface Ports {
  readonly workers: SocialWorkers;
  readonly postings: Postings;
  readonly recruitments: RecruitmentNotices;
  readonly agencies: Agencies;
  readonly stations: Stations;
  readonly centres: Centres;
  readonly policies: Policies;
  readonly vault: PersonalVault;
  readonly disclosures: DisclosureLog;
  readonly renewals: Renewals;
  readonly transferRequests: TransferRequests;
  readonly transferQuestions: TransferQuestions;
  readonly readings: PersonalDataReadings;
  readonly budget: PersonalDataBudget;
  readonly designatedCounties: DesignatedCounties;
  readonly identityCases: IdentityCases;
  readonly creditedHours: CreditedHours;
  readonly clocks: ClocksOfPersons;
  readonly deadlines: Deadlines;
  readonly unitOfWork: UnitOfWork;
  readonly clock: Clock;
  readonly newId: NewId;
}
