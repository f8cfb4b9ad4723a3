import { type CalendarDate, type DayKind, plausibleDay } from '@qianshou/kernel';
import type { GraphQLSchema } from 'graphql';
import { checkValues } from './given-values.ts';

/** Days of a life, or of what was there long before the programme, and why. Every other one is a day of work. */
export const HISTORIES: Readonly<Record<string, string>> = {
  'RegisterAgencyInput.registeredOn':
    'associations and foundations were registered long before the programme',
  'EducationInput.graduatedOn': 'of a life',
  'RegisterSocialWorkerInput.socialWorkSince': 'of a life',
};

export function kindOfDay(name: string): DayKind {
  return name in HISTORIES ? 'HISTORY' : 'WORK';
}

/**
 * Refuses, in whatever a caller has recorded or planned, a day that nobody would write of it. A list may ask for any
 * days: it answers with what there is.
 */
export function refuseImplausibleDays(schema: GraphQLSchema): GraphQLSchema {
  for (const field of Object.values(schema.getMutationType()?.getFields() ?? {})) {
    checkValues(field, { scalar: 'Date' }, ({ value, name, input }) => {
      plausibleDay(value as CalendarDate, name, kindOfDay(input === null ? name : `${input}.${name}`));
    });
  }
  return schema;
}
