import type { CalendarDate, RegionCode, Versioned } from '@qianshou/kernel';
import { type AgencyId, type EmploymentId, employmentId, type WorkerId } from '../ids.ts';
import type { Entry } from './life-fact.ts';

export const EMPLOYMENT_KINDS = ['FULL_TIME', 'PART_TIME', 'RETIREE'] as const;

export type EmploymentKind = (typeof EMPLOYMENT_KINDS)[number];

/** Who employs somebody, as what, since when. Never pay and never insurance: this is no payroll. */
export interface EmploymentFacts {
  readonly agencyId: AgencyId;
  readonly kind: EmploymentKind;
  readonly employedFrom: CalendarDate;
  /** The last day; null while it goes on. */
  readonly employedTo: CalendarDate | null;
}

export interface Employment extends EmploymentFacts, Entry<EmploymentId, EmploymentFacts> {}

/** What the agency that employs somebody offers another, until that one confirms. */
export interface TransferOffer {
  readonly toAgencyId: AgencyId;
  readonly kind: EmploymentKind;
  /** The first day with the other agency. */
  readonly on: CalendarDate;
  /** Kept, so that the same answer given again is the same answer. */
  readonly answer: 'CONFIRMED' | 'DECLINED' | null;
}

/** The one that waits. */
export function openOffer({ transferOffer }: Pick<Employed, 'transferOffer'>): TransferOffer | null {
  return transferOffer?.answer === null ? transferOffer : null;
}

interface EmployerChanged {
  readonly type: 'worker.employer-changed';
  readonly workerId: WorkerId;
  readonly countyCode: RegionCode;
  readonly employerAgencyId: AgencyId | null;
  readonly employerBefore: AgencyId | null;
}

interface TransferTold {
  readonly type: 'worker.transfer-offered' | 'worker.transfer-declined';
  readonly workerId: WorkerId;
  readonly countyCode: RegionCode;
  readonly fromAgencyId: AgencyId | null;
  readonly toAgencyId: AgencyId;
  readonly on: CalendarDate;
}

export type EmploymentEvent = EmployerChanged | TransferTold;

interface Employed extends Versioned {
  readonly id: WorkerId;
  readonly employerAgencyId: AgencyId | null;
  readonly registeredOn: CalendarDate;
  readonly employments: readonly Employment[];
  readonly transferOffer: TransferOffer | null;
}

/** Somebody who was registered with an employer, and of whom nothing else was recorded, is employed since then. */
export function employmentsOf(worker: Employed): readonly Employment[] {
  const { id, employerAgencyId, registeredOn, employments } = worker;
  if (employments.length > 0 || employerAgencyId === null) return employments;
  return [
    {
      id: employmentId(`emp_${id.slice('wkr_'.length)}`),
      agencyId: employerAgencyId,
      kind: 'FULL_TIME',
      employedFrom: registeredOn,
      employedTo: null,
      struck: null,
      corrections: [],
      recorded: null,
    },
  ];
}
