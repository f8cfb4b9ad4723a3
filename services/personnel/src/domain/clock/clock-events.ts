import type { RegionCode } from '@qianshou/kernel';
import type { WorkerId } from '../ids.ts';
import type { Due, RegistrationStatus } from './person-clock.ts';

interface OfPerson {
  readonly workerId: WorkerId;
  readonly countyCode: RegionCode;
}

interface ClockFacts extends OfPerson, Due {}

export type ClockEvent =
  | (ClockFacts & { readonly type: 'clock.started' | 'clock.moved' | 'clock.met' | 'clock.overdue' })
  | (ClockFacts & {
      readonly type: 'clock.near';
      readonly daysLeft: number;
      readonly threshold: number;
    })
  | (OfPerson & {
      readonly type: 'registration.standing-changed';
      readonly standing: RegistrationStatus;
      readonly before: RegistrationStatus;
    });
