import {
  addDays,
  type CalendarDate,
  type Grounds,
  type PublicText,
  type Recorded,
  type RegionCode,
  type Struck,
} from '@qianshou/kernel';
import type { DegreeId, ServicePeriodId, WorkerId } from '../ids.ts';
import type { DegreeFacts } from './exam-eligibility.ts';
import type { Span } from './service-time.ts';

/** What each entry of a person's life has beside what it says. */
export interface Entry<Id, Facts> {
  readonly id: Id;
  readonly struck: Struck | null;
  /** What it said before, oldest first. */
  readonly corrections: readonly (Facts & Grounds & { readonly on: CalendarDate })[];
  readonly recorded: Recorded | null;
}

/** A degree beside the highest one. */
export interface Degree extends DegreeFacts, Entry<DegreeId, DegreeFacts> {}

/** Social work before the platform, with its days, the last one included, and what proves it. */
export interface PeriodFacts {
  readonly servedFrom: CalendarDate;
  readonly servedTo: CalendarDate;
  readonly proof: PublicText;
}

export interface ServicePeriod extends PeriodFacts, Entry<ServicePeriodId, PeriodFacts> {}

export type LifeFact =
  'DEGREE' | 'SERVICE_PERIOD' | 'REGISTRATION' | 'EXAM_ATTEMPT' | 'EMPLOYMENT' | 'PERSON';

export interface LifeFactEvent {
  readonly type: 'worker.fact-recorded' | 'worker.fact-struck' | 'worker.fact-corrected';
  readonly workerId: WorkerId;
  readonly countyCode: RegionCode;
  readonly fact: LifeFact;
  /** Of the person, as it is now. */
  readonly localResident?: boolean;
}

/** What stands of them, as the exam's conditions read it. */
export function studiedAndServed({
  degrees,
  servicePeriods,
}: {
  readonly degrees: readonly Degree[];
  readonly servicePeriods: readonly ServicePeriod[];
}): {
  readonly degrees: readonly DegreeFacts[];
  readonly periods: readonly Span[];
} {
  return {
    degrees: degrees.filter(({ struck }) => struck === null),
    periods: servicePeriods
      .filter(({ struck }) => struck === null)
      .map(({ servedFrom, servedTo }) => ({ from: servedFrom, until: addDays(servedTo, 1) })),
  };
}
