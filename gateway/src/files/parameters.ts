import type { Message } from '@qianshou/kernel';
import { type GraphQLSchema, isEnumType } from 'graphql';
import type { Parameter, SavedQuery } from './library.ts';

/** What of an address cannot be used. */
export interface WrongParameter {
  readonly parameter: string;
  readonly reason: Message;
}

export type ReadParameters =
  | { readonly is: 'READ'; readonly variables: Readonly<Record<string, unknown>> }
  | ({ readonly is: 'WRONG' } & WrongParameter);

/** A region may be given by the name of its level, as people say it. */
const REGIONS = new Set(['province', 'prefecture', 'county', 'township']);

type Given = Readonly<Record<string, unknown>>;

/** Plain parameters of an address as variables, each by its type: numbers, yes or no, days, codes, lists with a comma. */
export function readParameters(schema: GraphQLSchema, saved: SavedQuery, given: Given): ReadParameters {
  const named = Object.entries(given).map(([name, value]) => [nameOf(saved, name), value] as const);
  const variables: Record<string, unknown> = {};
  for (const [name, value] of named) {
    const parameter = saved.parameters.find((each) => each.name === name);
    if (parameter === undefined) return wrong(name, UNKNOWN);
    if (typeof value !== 'string' || name in variables) return wrong(name, TWICE);
    const read = readValue(schema, parameter, value);
    if (read === undefined) return wrong(name, expected(parameter.type));
    variables[name] = read;
  }
  const missing = saved.parameters.find(({ name, required }) => required && !(name in variables));
  return missing === undefined ? { is: 'READ', variables } : wrong(missing.name, MISSING);
}

const UNKNOWN = {
  en: 'the query has no such parameter',
  zh: '\u8BE5\u67E5\u8BE2\u6CA1\u6709\u6B64\u53C2\u6570',
};
const TWICE = { en: 'it stands twice', zh: '\u91CD\u590D\u51FA\u73B0' };
const MISSING = { en: 'the query needs it', zh: '\u8BE5\u67E5\u8BE2\u5FC5\u987B\u63D0\u4F9B' };

function expected(type: string): Message {
  return { en: `expected ${type}`, zh: `\u5E94\u4E3A ${type}` };
}

function wrong(parameter: string, reason: Message): ReadParameters {
  return { is: 'WRONG', parameter, reason };
}

function nameOf({ parameters }: SavedQuery, name: string): string {
  const isKnown = parameters.some((each) => each.name === name);
  const hasRegion = parameters.some((each) => each.name === 'region');
  return !isKnown && hasRegion && REGIONS.has(name) ? 'region' : name;
}

const READERS: Readonly<Record<string, (text: string) => unknown>> = {
  Int: (text) => (/^-?\d{1,10}$/.test(text) ? Number(text) : undefined),
  PageSize: (text) => (/^\d{1,3}$/.test(text) ? Number(text) : undefined),
  Float: (text) => (/^-?\d+(?:\.\d+)?$/.test(text) ? Number(text) : undefined),
  Boolean: (text) => ({ true: true, false: false })[text],
  Date: (text) => (isDay(text) ? text : undefined),
  RegionCode: (text) => (/^(?:\d{6}|\d{9})$/.test(text) ? text : undefined),
};

/** `undefined` for what is not of the type. */
function readValue(schema: GraphQLSchema, { type }: Parameter, text: string): unknown {
  const plain = type.replaceAll(/[[\]!]/g, '');
  if (!type.startsWith('[')) return readPlain(schema, plain, text);
  const read = text.split(',').map((part) => readPlain(schema, plain, part));
  return read.includes(undefined) ? undefined : read;
}

function readPlain(schema: GraphQLSchema, type: string, text: string): unknown {
  const reader = READERS[type];
  if (reader !== undefined) return reader(text);
  const declared = schema.getType(type);
  if (isEnumType(declared)) return declared.getValue(text)?.name;
  return text;
}

function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const day = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text);
}
