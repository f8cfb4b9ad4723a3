import { type CalendarDate, type DayKind, plausibleDay } from '@qianshou/kernel';
import {
  defaultFieldResolver,
  getNamedType,
  getNullableType,
  type GraphQLFieldResolver,
  type GraphQLInputType,
  type GraphQLSchema,
  isInputObjectType,
  isListType,
} from 'graphql';

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

type Resolver = GraphQLFieldResolver<unknown, unknown>;

/**
 * Refuses, in whatever a caller has recorded or planned, a day that nobody would write of it. A list may ask for any
 * days: it answers with what there is.
 */
export function refuseImplausibleDays(schema: GraphQLSchema): GraphQLSchema {
  for (const field of Object.values(schema.getMutationType()?.getFields() ?? {})) {
    const resolve: Resolver = field.resolve ?? defaultFieldResolver;
    const declared = field.args;
    field.resolve = (parent, args, context, info) => {
      for (const { name, type } of declared) check(type, args[name], name);
      return resolve(parent, args, context, info);
    };
  }
  return schema;
}

function check(given: GraphQLInputType, value: unknown, name: string): void {
  if (value === undefined || value === null) return;
  const type = getNullableType(given);
  if (isListType(type)) {
    for (const item of value as readonly unknown[]) check(type.ofType, item, name);
  } else if (isInputObjectType(type)) {
    const values = value as Readonly<Record<string, unknown>>;
    for (const each of Object.values(type.getFields())) {
      check(each.type, values[each.name], `${type.name}.${each.name}`);
    }
  } else if (getNamedType(type).name === 'Date') {
    plausibleDay(value as CalendarDate, name.split('.').at(-1) ?? name, kindOfDay(name));
  }
}
