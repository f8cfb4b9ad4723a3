import { randomUUIDv7 } from 'node:crypto';
import {
  getNullableType,
  type GraphQLInputField,
  type GraphQLInputType,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
} from 'graphql';

export type Values = Readonly<Record<string, unknown>>;

const LEAVES: Values = {
  RegionCode: '420581',
  Date: '2026-03-05',
  Int: 2026,
  Boolean: true,
  String: '\u6F14\u793A',
  UnifiedSocialCreditCode: '91350100M000100Y43',
};

/** The fields of an input; none of whatever else an argument takes. */
export function inputFields(type: GraphQLInputType): readonly GraphQLInputField[] {
  const input = getNullableType(type);
  if (!isInputObjectType(input)) return [];
  return Object.values(input.getFields());
}

/** Of a filter: all that it can say at once, each of what it may say alone, true and false. */
export function samplesOf(type: GraphQLInputType): readonly unknown[] {
  const inner = getNullableType(type);
  if (inner.toString() === 'Boolean') return [true, false];
  if (inner.toString() === 'RegionScopeFilter') return [{ within: '420581' }, { within: '420000' }];
  if (!isInputObjectType(inner)) return [sampleOf(type)];
  const fields = Object.values(inner.getFields());
  const optional = fields.length > 1 && fields.every((field) => !isNonNullType(field.type));
  const alone = optional ? fields.map((field) => ({ [field.name]: sampleOf(field.type) })) : [];
  return [sampleOf(type), ...alone];
}

function sampleOf(type: GraphQLInputType): unknown {
  const inner = getNullableType(type);
  if (isListType(inner)) return [sampleOf(inner.ofType)];
  if (isEnumType(inner)) return inner.getValues()[0]?.name ?? '';
  if (isInputObjectType(inner))
    return Object.fromEntries(inputFields(inner).map((field) => [field.name, sampleOf(field.type)]));
  return inner.name === 'ID' ? `any_${randomUUIDv7()}` : (LEAVES[inner.name] ?? null);
}

/** null, an object that says nothing, a list of nothing. */
export function emptiesOf(type: GraphQLInputType): readonly unknown[] {
  const inner = getNullableType(type);
  const nothing = isNonNullType(type) ? [] : [null];
  if (!isInputObjectType(inner)) return nothing;
  const fields = Object.values(inner.getFields());
  const silent = fields.every((field) => !isNonNullType(field.type)) ? [{}] : [];
  const lists = fields
    .filter((field) => isListType(getNullableType(field.type)))
    .map(({ name }) => ({ [name]: [] }));
  const nulls = fields.filter((field) => !isNonNullType(field.type)).map(({ name }) => ({ [name]: null }));
  return [...nothing, ...silent, ...lists, ...nulls];
}
