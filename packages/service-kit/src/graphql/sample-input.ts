import type { CalendarDate } from '@qianshou/kernel';
import {
  coerceInputValue,
  type GraphQLInputObjectType,
  type GraphQLInputType,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
  isRequiredInputField,
} from 'graphql';

/** Of what is not there: ids of this number name nothing. */
export const NOBODYS = '00000000-0000-7000-8000-000000000000';

export interface Samples {
  readonly today: CalendarDate;
  /** What is known of the object: where an input asks for a property of it, that is given. */
  readonly object: Readonly<Record<string, unknown>>;
  /** By the field of the input that takes it. */
  readonly ids: ReadonlyMap<string, string>;
  /** Lists stay empty: what a sample in them names is not there. */
  readonly emptyLists: boolean;
}

/** An id of a kind that is not known yet: whoever refuses it says what prefix its field expects. */
export function unknownId(field: string): string {
  return `?${field}`;
}

/** The least that an input asks for: the ids that are given, what is known of the object, and samples of the rest. */
export function sampleInput(type: GraphQLInputObjectType, samples: Samples): unknown {
  const fields = Object.values(type.getFields());
  const given = fields.flatMap((field): readonly (readonly [string, unknown])[] => {
    const id = samples.ids.get(field.name);
    if (id !== undefined) return [[field.name, id]];
    if (!isRequiredInputField(field)) return [];
    const known = samples.object[field.name];
    return [[field.name, fits(known, field.type) ? known : sampleOf(field.type, field.name, samples)]];
  });
  return coerceInputValue(Object.fromEntries(given), type);
}

function fits(value: unknown, type: GraphQLInputType): boolean {
  if (!['string', 'number', 'boolean'].includes(typeof value)) return false;
  let isFit = true;
  coerceInputValue(value, type, () => {
    isFit = false;
  });
  return isFit;
}

function sampleOf(type: GraphQLInputType, field: string, samples: Samples): unknown {
  if (isNonNullType(type)) return sampleOf(type.ofType, field, samples);
  if (isListType(type)) return samples.emptyLists ? [] : [sampleOf(type.ofType, field, samples)];
  if (isEnumType(type)) return type.getValues()[0]?.name;
  if (isInputObjectType(type)) {
    const required = Object.values(type.getFields()).filter(isRequiredInputField);
    return Object.fromEntries(required.map((each) => [each.name, sampleOf(each.type, each.name, samples)]));
  }
  if (type.name === 'ID') return unknownId(field);
  return sampleOfScalar(type.name, field, samples);
}

function sampleOfScalar(scalar: string, field: string, { today }: Samples): unknown {
  if (scalar === 'String') return /url|link/i.test(field) ? 'https://example.org/' : 'sample';
  const samples: Readonly<Record<string, unknown>> = {
    Boolean: true,
    Date: today,
    DateTime: `${today}T00:00:00Z`,
    Fen: '100',
    Float: 1,
    Int: 1,
    RegionCode: '000000',
    UnifiedSocialCreditCode: '91350100M000100Y43',
  };
  return samples[scalar];
}
