import type { CalendarDate, PublicText } from '@qianshou/kernel';
import type { QualificationId, RegistrationId } from '../ids.ts';
import type { Entry } from './life-fact.ts';

/** 登记: a certificate is registered within a year, and anew every three years. */
export interface RegistrationFacts {
  readonly qualificationId: QualificationId;
  readonly registeredOn: CalendarDate;
  /** Hours of the period that it renews which others certified; those of trainings here come from training. */
  readonly hoursElsewhere: number;
  readonly proof: PublicText | null;
}

export interface Registration extends RegistrationFacts, Entry<RegistrationId, RegistrationFacts> {}
