import { type CalendarDate, kindOfDay, plausibleDay } from '@qianshou/kernel';
import type { GraphQLSchema } from 'graphql';
import { checkValues } from './given-values.ts';

/**
 * Refuses, in whatever a caller has recorded or planned, a day that nobody would write of it. A list may ask for any
 * days: it answers with what there is.
 */
export function refuseImplausibleDays(schema: GraphQLSchema): GraphQLSchema {
  for (const field of Object.values(schema.getMutationType()?.getFields() ?? {})) {
    checkValues(field, { scalar: 'Date' }, ({ value, name }) => {
      plausibleDay(value as CalendarDate, name, kindOfDay(name));
    });
  }
  return schema;
}
