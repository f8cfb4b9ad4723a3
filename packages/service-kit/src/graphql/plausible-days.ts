import { type CalendarDate, type DayKind, plausibleDay } from '@qianshou/kernel';
import {
  defaultFieldResolver,
  getNullableType,
  type GraphQLFieldResolver,
  type GraphQLInputObjectType,
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
  } else if (isInputObjectType(type)) checkFields(type, value as Readonly<Record<string, unknown>>);
  else if (type.name === 'Date') {
    plausibleDay(value as CalendarDate, name.slice(name.indexOf('.') + 1), kindOfDay(name));
  }
}

function checkFields(type: GraphQLInputObjectType, values: Readonly<Record<string, unknown>>): void {
  for (const { name, type: of } of Object.values(type.getFields())) {
    check(of, values[name], `${type.name}.${name}`);
  }
}
